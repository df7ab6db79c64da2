import mongoose, { type Connection, type Model, type Query, type Schema } from "mongoose";
import { StartRefused } from "./start-refused.ts";

/** For every schema: natural string ids, and a misspelt field is an error, not a silent drop. */
export const SCHEMA_OPTIONS = {
  strict: "throw",
  strictQuery: "throw",
  versionKey: false,
  autoIndex: false,
  autoCreate: false,
  minimize: false,
} as const;

const COLLECTION_EXISTS = 48;

/** Filters use operators only where the program says so; a value never brings its own. */
export const operators = mongoose.trusted.bind(mongoose);

/**
 * Opens one connection; nothing is sent yet beyond the handshake.
 * @throws StartRefused when no database answers within 3 s
 */
export async function connectDatabase(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    bufferCommands: false,
    sanitizeFilter: true,
    serverSelectionTimeoutMS: 3_000,
    socketTimeoutMS: 20_000,
    autoIndex: false,
    autoCreate: false,
    w: "majority",
    journal: true,
  });
  connection.plugin(refuseUndefinedFilters);
  return connection.asPromise().catch((error: unknown) => {
    if (!(error instanceof mongoose.Error.MongooseServerSelectionError)) throw error;
    throw new StartRefused("MongoDB does not answer at MONGODB_URI.");
  });
}

/** What a repository declared of its collection. */
export interface Declared {
  name: string;
  collection: string;
  schema: Schema;
}

const declarations = new WeakMap<Connection, Map<string, Declared>>();

/** All that was declared on a connection. */
export const declaredOn = (connection: Connection): Declared[] => [
  ...(declarations.get(connection)?.values() ?? []),
];

/**
 * The model of a collection, of which a connection has one. It is made when it is first used: that
 * takes half a millisecond, and before its first answer a start uses a quarter of them.
 */
export function modelOf<T>(
  connection: Connection,
  name: string,
  schema: Schema<T>,
  collection: string,
): Model<T> {
  const declared = declarations.get(connection) ?? new Map<string, Declared>();
  declarations.set(connection, declared.set(name, { name, collection, schema: schema as Schema }));
  const made = () =>
    (connection.models[name] as Model<T> | undefined) ??
    connection.model<T>(name, schema, collection);
  return new Proxy({} as Model<T>, {
    get(_, key) {
      const model = made();
      const value = Reflect.get(model, key) as unknown;
      return typeof value === "function" ? (value.bind(model) as unknown) : value;
    },
  });
}

/** Makes a collection, unless another start has. */
export async function ensureCollection(connection: Connection, name: string): Promise<void> {
  await connection.createCollection(name).catch((error: unknown) => {
    const { MongoServerError } = mongoose.mongo;
    if (!(error instanceof MongoServerError && error.code === COLLECTION_EXISTS)) throw error;
  });
}

/** What time it is for the database. */
export async function databaseTime(connection: Connection): Promise<Date> {
  const { localTime } = (await connection.db?.admin().command({ hello: 1 })) as { localTime: Date };
  return localTime;
}

/** Duplicate key on our own `_id` means that the thing was done already. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
}

/** Whether a command failed because no database answered it: it may have been carried out. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof mongoose.Error.MongooseServerSelectionError) return true;
  // What mongoose says at once while it has no connection, since nothing is buffered.
  if (error instanceof mongoose.Error && /bufferCommands = false/.test(error.message)) return true;
  const { MongoError, MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError } =
    mongoose.mongo;
  const kinds = [MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError];
  if (kinds.some((kind) => error instanceof kind)) return true;
  return error instanceof MongoError && error.hasErrorLabel("RetryableWriteError");
}

const FILTERED =
  /^(count|distinct|find|findOne|findOneAnd(Update|Replace|Delete)|replaceOne|(update|delete)(One|Many))/;

/** An unordered insert tells all its failures at once; true when each is "already there". */
export function isOnlyDuplicateKeys(error: unknown): boolean {
  if (!isDuplicateKey(error)) return false;
  const { writeErrors } = error as { writeErrors?: { code?: number } | { code?: number }[] };
  return [writeErrors ?? []].flat().every((failure) => failure.code === 11_000);
}

/** `undefined` in a filter would match everything. */
function refuseUndefinedFilters(schema: Schema): void {
  schema.pre(FILTERED, { query: true, document: false }, function (this: Query<unknown, unknown>) {
    refuseUndefined(this.getFilter(), this.model.modelName);
  });
}

function refuseUndefined(value: unknown, path: string): void {
  if (value === undefined) throw new Error(`undefined in a filter: ${path}`);
  if (value === null || typeof value !== "object" || value instanceof Date) return;
  for (const [name, part] of Object.entries(value)) refuseUndefined(part, `${path}.${name}`);
}
