import { type Fields, isObject, parseJson } from "../args.ts";
import type { Contract, Schema } from "./generate.ts";
import generated from "./methods.json" with { type: "json" };

const contract = generated as unknown as Contract;
const known = new Set(contract.known.map((name) => name.toLowerCase()));
const maxInRow = 12;
const maxButtons = 300;
const maxEntities = 100;

/** Does the Bot API have a method of that name (small letters)? */
export const isKnownMethod = (name: string) => known.has(name);

/**
 * What is malformed in a call although Telegram would not say so: it ignores unknown parameters and
 * coerces types.
 * @param textual the values came as text, so numbers and flags are read out of it first
 */
export function checkCall(method: string, fields: Fields, textual: boolean): string[] {
  const schema = contract.methods[method];
  if (!schema) return [];
  const given = textual ? readTextual(fields, schema) : fields;
  return [
    ...checkValue(given, schema, contract.definitions, ""),
    ...checkRows(given["reply_markup"]),
  ];
}

/** More entities than Telegram keeps: it drops the rest in silence. */
export function checkAnswer(answer: unknown): string[] {
  const entities = isObject(answer) ? (answer["entities"] ?? answer["caption_entities"]) : [];
  const count = Array.isArray(entities) ? entities.length : 0;
  return count > maxEntities ? [`entities: ${count} are more than ${maxEntities}`] : [];
}

/** Compares a value with a schema. @returns one line a problem: where, and what was expected. */
export function checkValue(
  value: unknown,
  schema: Schema,
  definitions: Record<string, Schema>,
  path: string,
): string[] {
  const resolved = schema.$ref === undefined ? schema : (definitions[schema.$ref] ?? {});
  const { type, anyOf, items } = resolved;
  const expected = (what: string) => [`${path || "call"}: expected ${what}`];
  if (anyOf) return bestOf(anyOf.map((one) => checkValue(value, one, definitions, path)));
  if (resolved.const !== undefined) {
    return value === resolved.const ? [] : expected(JSON.stringify(resolved.const));
  }
  if (resolved.enum) {
    return resolved.enum.some((one) => one === value) ? [] : expected(resolved.enum.join(" or "));
  }
  if (type === "array") {
    if (!Array.isArray(value)) return expected("an array");
    return value.flatMap((one, at) => checkValue(one, items ?? {}, definitions, `${path}[${at}]`));
  }
  if (type === "object") {
    return isObject(value)
      ? checkObject(value, resolved, definitions, path)
      : expected("an object");
  }
  return type === undefined || typeof value === type ? [] : expected(`a ${type}`);
}

/** Of several shapes the one that fits best says what is wrong. */
function bestOf(results: string[][]): string[] {
  return results.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function checkObject(
  value: Fields,
  { properties = {}, required = [] }: Schema,
  definitions: Record<string, Schema>,
  path: string,
): string[] {
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  const missing = required.filter((name) => !(name in value)).map((name) => `${at(name)}: missing`);
  const wrong = Object.entries(value).flatMap(([name, part]) => {
    const schema = properties[name];
    if (part === undefined || part === null) return [];
    return schema ? checkValue(part, schema, definitions, at(name)) : [`${at(name)}: unknown`];
  });
  return [...missing, ...wrong];
}

function checkRows(markup: unknown): string[] {
  const rows = isObject(markup) ? (markup["inline_keyboard"] ?? markup["keyboard"]) : [];
  if (!Array.isArray(rows)) return [];
  const lists = rows.filter((row): row is unknown[] => Array.isArray(row));
  const buttons = lists.flat().map((one) => (isObject(one) ? one["text"] : one));
  return [
    ...(lists.some((row) => row.length > maxInRow)
      ? [`reply_markup: over ${maxInRow} in a row`]
      : []),
    ...(buttons.length > maxButtons ? [`reply_markup: over ${maxButtons} buttons`] : []),
    ...(buttons.includes("") ? ["reply_markup: a button without text"] : []),
  ];
}

/** In a form or query all is text; numbers, flags and objects are read out of it. */
function readTextual(fields: Fields, { properties = {} }: Schema): Fields {
  const read = ([name, value]: [string, unknown]) => {
    const wanted = properties[name];
    const takesText = wanted && checkValue("", wanted, contract.definitions, "").length === 0;
    return [name, typeof value === "string" && !takesText ? (parseJson(value) ?? value) : value];
  };
  return Object.fromEntries(Object.entries(fields).map(read)) as Fields;
}
