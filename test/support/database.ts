import { randomUUID } from "node:crypto";
import type { Connection } from "mongoose";
import { inject } from "vitest";
import { connectDatabase } from "../../src/database.ts";

export interface TestDatabase {
  connection: Connection;
  uri: string;
  /** Removes the database and closes the connection. */
  drop(): Promise<void>;
}

/** A database of its own on the run's server. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const address = new URL(inject("mongoUri"));
  address.pathname = `/test-${randomUUID()}`;
  // Lets a test listen to the commands that the driver sends.
  address.searchParams.set("monitorCommands", "true");
  const uri = address.href;
  const connection = await connectDatabase(uri);
  return {
    connection,
    uri,
    async drop() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
