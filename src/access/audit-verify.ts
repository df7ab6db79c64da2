import { processEnvironment, readConfig } from "../config.ts";
import { connectDatabase } from "../database.ts";
import { createAuditProof } from "./audit-proof-repository.ts";

/** Proves the chain of the audit in MONGODB_URI; exits with 1 where it is broken. */
const read = readConfig(processEnvironment());
if (!read.ok || !read.config.mongodbUri) {
  process.stderr.write(read.ok ? "MONGODB_URI: is missing.\n" : `${read.report}\n`);
  process.exitCode = 1;
} else {
  const connection = await connectDatabase(read.config.mongodbUri);
  const verdict = await createAuditProof(connection).verify();
  await connection.close();
  process.stdout.write(
    verdict.ok
      ? `audit: ${verdict.lines} lines, unbroken, last hash ${verdict.last || "-"}\n`
      : `audit: broken at line ${verdict.number}: ${verdict.reason}\n`,
  );
  if (!verdict.ok) process.exitCode = 1;
}
