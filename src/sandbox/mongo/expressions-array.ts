import { isNone, isTrue, readList, readNamed } from "./arguments.ts";
import type { Compile, Expression, Scope } from "./arguments.ts";
import { isDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { equal } from "./order.ts";

type Build = (argument: unknown, compile: Compile) => Expression;

const builders: Record<string, Build> = {
  $size: sizeOfArray,
  $in: isIn,
  $arrayElemAt: elementAt,
  $filter: filterArray,
  $map: mapArray,
  $concatArrays: concatArrays,
  $mergeObjects: mergeObjects,
};

export function compileArrayExpression(
  name: string,
  argument: unknown,
  compile: Compile,
): Expression | undefined {
  return Object.hasOwn(builders, name) ? builders[name]?.(argument, compile) : undefined;
}

function arrayOf(value: unknown, code: number, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongoError(code, `${name} needs an array`);
}

function sizeOfArray(argument: unknown, compile: Compile): Expression {
  const [array] = readList("$size", argument, 1).map((inner) => compile(inner));
  return (scope) => arrayOf(array?.(scope), 17124, "$size").length;
}

function isIn(argument: unknown, compile: Compile): Expression {
  const [value, array] = readList("$in", argument, 2).map((inner) => compile(inner));
  return (scope) => {
    const wanted = value?.(scope);
    return arrayOf(array?.(scope), 40081, "$in").some((element) => equal(element, wanted));
  };
}

function elementAt(argument: unknown, compile: Compile): Expression {
  const [array, position] = readList("$arrayElemAt", argument, 2).map((inner) => compile(inner));
  return (scope) => {
    const [list, at] = [array?.(scope), position?.(scope)];
    if (isNone(list) || isNone(at)) return null;
    const elements = arrayOf(list, 28689, "$arrayElemAt");
    if (typeof at !== "number" || !Number.isInteger(at))
      throw new MongoError(28691, "$arrayElemAt needs a whole position");
    return elements.at(at);
  };
}

/** The elements of the input, each with the scope that binds it; null for no input. */
function eachElement(
  name: string,
  named: Record<string, unknown>,
  compile: Compile,
  code: number,
): (scope: Scope) => [unknown, Scope][] | null {
  const input = compile(named["input"]);
  const variable = boundName(named);
  return (scope) => {
    const value = input(scope);
    if (isNone(value)) return null;
    return arrayOf(value, code, name).map((element) => [
      element,
      { ...scope, [variable]: element },
    ]);
  };
}

function boundName(named: Record<string, unknown>): string {
  const name = named["as"] ?? "this";
  if (typeof name === "string" && /^[a-z]\w*$/.test(name)) return name;
  throw new MongoError(16867, "a variable begins with a small letter");
}

function filterArray(argument: unknown, compile: Compile): Expression {
  const named = readNamed("$filter", argument, ["input", "cond"], ["as"]);
  const elements = eachElement("$filter", named, compile, 28651);
  const condition = compile(named["cond"], [boundName(named)]);
  return (scope) =>
    elements(scope)
      ?.filter(([, inner]) => isTrue(condition(inner)))
      .map(([element]) => element) ?? null;
}

function mapArray(argument: unknown, compile: Compile): Expression {
  const named = readNamed("$map", argument, ["input", "in"], ["as"]);
  const elements = eachElement("$map", named, compile, 16883);
  const value = compile(named["in"], [boundName(named)]);
  return (scope) => elements(scope)?.map(([, inner]) => value(inner) ?? null) ?? null;
}

function concatArrays(argument: unknown, compile: Compile): Expression {
  const arrays = readList("$concatArrays", argument, 0, Infinity).map((inner) => compile(inner));
  return (scope) => {
    const values = arrays.map((array) => array(scope));
    if (values.some(isNone)) return null;
    return values.flatMap((value) => arrayOf(value, 28664, "$concatArrays"));
  };
}

function mergeObjects(argument: unknown, compile: Compile): Expression {
  const objects = readList("$mergeObjects", argument, 0, Infinity).map((inner) => compile(inner));
  return (scope) => {
    const merged: Doc = {};
    for (const object of objects) {
      const value = object(scope);
      if (isDoc(value)) Object.assign(merged, value);
      else if (!isNone(value)) throw new MongoError(40400, "$mergeObjects requires objects");
    }
    return merged;
  };
}
