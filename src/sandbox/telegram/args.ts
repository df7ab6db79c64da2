/** One uploaded file, its name cleaned. */
export interface Upload {
  name: string;
  type: string;
  bytes: Buffer;
}

/** The parameters of one call, all as text, read as leniently as the server reads them. [BA, TD] */
export interface Args {
  readonly values: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Upload>;
  /** The value, or `""` where there is none: the server does not tell the two apart. */
  text(name: string): string;
  has(name: string): boolean;
  /** `true`, `yes` and `1` in any case; anything else is no. [BA to_bool] */
  flag(name: string): boolean;
  /** Leading digits count, nonsense is `fallback`, the rest is clamped. [BA get_integer_arg] */
  integer(name: string, fallback: number, min?: number, max?: number): number;
  /** The JSON value, or undefined where there is none or it cannot be read. */
  json(name: string): unknown;
}

export function createArgs(
  values: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, Upload> = new Map(),
): Args {
  const text = (name: string) => values.get(name) ?? "";
  return {
    values,
    files,
    text,
    has: (name) => values.has(name),
    flag: (name) => /^(?:true|yes|1)$/i.test(text(name).trim()),
    integer(name, fallback, min = -Infinity, max = Infinity) {
      const found = /^\s*-?\d+/.exec(text(name));
      return Math.min(max, Math.max(min, found ? Number(found[0]) : fallback));
    },
    json: (name) => parseJson(text(name)),
  };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Fields = Record<string, unknown>;
export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object less the named fields. */
export function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
  const kept = { ...value };
  for (const name of names) delete kept[name];
  return kept;
}

/** A value of a JSON body as the text the server makes of it. [TD HttpReader.cpp] */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
