import { connectDatabase } from "../src/database.ts";
import { prepareDatabase } from "../src/prepare-database.ts";
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
  const added = await trainings.add(firstTraining);
  await connection.close();
  const { title, days } = firstTraining;
  process.stdout.write(`${added ? "Seeded" : "There already"}: ${title}, ${days[0]?.date}\n`);
}
