/** The MongoDB that the tables are to be proved on too, when the run names one. */
export const realMongo: string | undefined = process.env["MONGODB_URI"];
