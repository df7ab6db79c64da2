import { Binary, Long } from "bson";
import { adminCommands } from "./commands-admin.ts";
import { readCommands } from "./commands-read.ts";
import { serverCommands } from "./commands-server.ts";
import { writeCommands } from "./commands-write.ts";
import type { Command, Context, Database } from "./context.ts";
import { asString, asWhole, checkTypes, isDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { createTimeCheck } from "./find.ts";
import { knownCommands, knownOptions } from "./known.ts";
import type { Turn } from "./store.ts";

const commands: Record<string, Command> = {
  ...serverCommands,
  ...readCommands,
  ...writeCommands,
  ...adminCommands,
};

/** Fields that every command takes; those the sandbox reads are read in this file. */
const commonFields = new Set([
  ...["$db", "lsid", "txnNumber", "$clusterTime", "$readPreference", "comment", "maxTimeMS"],
  ...["writeConcern", "readConcern"],
]);
/** Fields where the driver itself sends 64-bit numbers and times. */
const driverFields = new Set(["lsid", "txnNumber", "$clusterTime", "getMore", "cursors"]);

/** Checks the command and runs it in its turn; a write that was already done is only answered. */
export async function runCommand(database: Database, body: Doc): Promise<Doc> {
  const name = Object.keys(body)[0] ?? "";
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  refuseTransactions(name, body);
  if (!command) throw unknownCommand(name);
  checkFields(name, command, body);
  checkConcerns(body);
  return database.store.run((turn) => answer(database, command, body, turn));
}

function answer(database: Database, command: Command, body: Doc, turn: Turn): Doc {
  const write = retryableWrite(command, body);
  const given = write && database.sessions.recall(write.session, write.txnNumber);
  if (given) return given;
  const result = command.run(createContext(database, body, turn));
  if (write) database.sessions.remember(turn, write.session, write.txnNumber, result);
  return result;
}

function createContext(database: Database, body: Doc, turn: Turn): Context {
  return {
    ...database,
    body,
    turn,
    db: asString(body["$db"], "$db"),
    now: database.clock.now(),
    checkTime: createTimeCheck(asWhole(body["maxTimeMS"] ?? 0, "maxTimeMS")),
  };
}

/** Before anything is done: nothing may look as if it were part of a transaction. */
function refuseTransactions(name: string, body: Doc): void {
  if (name === "commitTransaction" || name === "abortTransaction")
    throw new MongoError(251, "sandbox: there is no transaction, they are not offered");
  if (body["startTransaction"] !== undefined || body["autocommit"] !== undefined)
    throw new MongoError(20, "sandbox: transactions are not offered");
}

function unknownCommand(name: string): MongoError {
  return knownCommands.has(name)
    ? notOffered(`the command ${name}`)
    : new MongoError(59, `no such command: '${name}'`);
}

function checkFields(name: string, command: Command, body: Doc): void {
  for (const [key, value] of Object.entries(body)) {
    if (!driverFields.has(key)) checkTypes(value);
    if (key === name || commonFields.has(key) || command.fields.includes(key)) continue;
    if (knownOptions.has(key)) throw notOffered(`the option ${key} of ${name}`);
    throw new MongoError(40415, `BSON field '${name}.${key}' is an unknown field.`);
  }
}

function checkConcerns({ writeConcern, readConcern }: Doc): void {
  const w = isDoc(writeConcern) ? (writeConcern["w"] ?? 1) : 1;
  if (w !== 0 && w !== 1 && w !== "majority") throw notOffered(`write concern w over 1`, 100);
  const level = isDoc(readConcern) ? (readConcern["level"] ?? "local") : "local";
  if (!["local", "available", "majority", "linearizable"].some((known) => known === level))
    throw notOffered("this read concern");
}

function retryableWrite(command: Command, { lsid, txnNumber }: Doc) {
  if (txnNumber === undefined) return undefined;
  const id = isDoc(lsid) ? lsid["id"] : undefined;
  if (!(id instanceof Binary) || !(txnNumber instanceof Long))
    throw new MongoError(72, "txnNumber needs an lsid and has to be a long");
  if (!command.isWrite) throw new MongoError(50768, "txnNumber may only be provided for writes");
  return { session: id.toString("hex"), txnNumber: txnNumber.toBigInt() };
}
