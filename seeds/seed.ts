import { connectDatabase, prepareDatabase } from "../src/database.ts";
import { processEnvironment, readConfig } from "../src/config.ts";
import { createTrainingRepository } from "../src/trainings/training-repository.ts";
import { firstTraining } from "./trainings.ts";

/** Puts the first training into MONGODB_URI; what is there already is left alone. */
const read = readConfig(processEnvironment());
if (!read.ok || !read.config.mongodbUri) {
  process.stderr.write(
    read.ok ? "MONGODB_URI: is missing; the demo seeds itself.\n" : `${read.report}\n`,
  );
  process.exitCode = 1;
} else {
  const connection = await connectDatabase(read.config.mongodbUri);
  const trainings = createTrainingRepository(connection);
  await prepareDatabase(connection);
  await trainings.add(firstTraining);
  await connection.close();
  process.stdout.write(`Seeded: ${firstTraining.title}, ${firstTraining.days[0]?.date}\n`);
}
