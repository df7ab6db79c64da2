/** What the server answers instead of a result; codes are MongoDB's (`error_codes.yml`). */
export class MongoError extends Error {
  readonly code: number;
  readonly extra: Record<string, unknown>;

  constructor(code: number, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.name = "MongoError";
    this.code = code;
    this.extra = extra;
  }
}

/** A thing that a full MongoDB would take and the sandbox does not. */
export function notOffered(what: string, code = 238): MongoError {
  return new MongoError(code, `sandbox: ${what} is not offered`);
}

const codeNames: Record<number, string> = {
  1: "InternalError",
  2: "BadValue",
  9: "FailedToParse",
  14: "TypeMismatch",
  15: "Overflow",
  20: "IllegalOperation",
  22: "InvalidBSON",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  34: "CannotBackfillArray",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  50: "MaxTimeMSExpired",
  54: "NotSingleValueField",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  98: "DBPathInUse",
  100: "UnsatisfiableWriteConcern",
  168: "InvalidPipelineOperator",
  171: "CannotIndexParallelArrays",
  225: "TransactionTooOld",
  238: "NotImplemented",
  251: "NoSuchTransaction",
  291: "NoQueryExecutionPlans",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  14031: "OutOfDiskSpace",
};

/** The answer that carries the error; a mistake of our own is code 1 and shows no document. */
export function errorAnswer(error: unknown): Record<string, unknown> {
  const known = error instanceof MongoError ? error : undefined;
  const code = known?.code ?? 1;
  return {
    ok: 0,
    errmsg: known?.message ?? `sandbox: ${error instanceof Error ? error.message : "failed"}`,
    code,
    codeName: codeNames[code] ?? `Location${code}`,
    ...known?.extra,
  };
}
