import { BSONRegExp } from "bson";
import { asArray, asDoc, asWhole, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";
import { compileCondition } from "./expressions.ts";
import { knownFilterOperators } from "./known.ts";
import { compare, equal, rank } from "./order.ts";
import { parsePath, walk } from "./paths.ts";
import { readRegex } from "./regex.ts";
import { isOfType, typeNames } from "./types.ts";

export type Matcher = (doc: unknown) => boolean;
type Test = (value: unknown) => boolean;
/** Shows the values of a path (or one array element) until the visitor says true. */
type Values = (whole: boolean, visit: Test) => boolean;
type FieldMatcher = (values: Values) => boolean;

/** Reads a filter; whatever is not offered or wrong is an error now, never a silent no. */
export function compileFilter(filter: unknown): Matcher {
  const matchers = Object.entries(asDoc(filter, "a filter")).map(([key, value]) =>
    key.startsWith("$") ? compileTop(key, value) : compileField(key, value),
  );
  const [only] = matchers;
  return matchers.length === 1 && only ? only : (doc) => matchers.every((matches) => matches(doc));
}

function compileTop(name: string, value: unknown): Matcher {
  if (name === "$comment") return () => true;
  if (name === "$expr") return compileCondition(value);
  const list = () => {
    const filters = asArray(value, name, 2);
    if (filters.length === 0) throw new MongoError(2, `${name} must be a nonempty array`);
    return filters.map((inner) => {
      if (!isDoc(inner)) throw new MongoError(2, `${name} entries need to be full objects`);
      return compileFilter(inner);
    });
  };
  if (name === "$and") return every(list());
  if (name === "$or") return some(list());
  if (name === "$nor") return negate(some(list()));
  throw unknownFilterOperator(name);
}

const every =
  (all: Matcher[]): Matcher =>
  (doc) =>
    all.every((matches) => matches(doc));
const some =
  (all: Matcher[]): Matcher =>
  (doc) =>
    all.some((matches) => matches(doc));
const negate =
  <T>(matches: (of: T) => boolean) =>
  (of: T) =>
    !matches(of);

/** What a MongoDB without text or geo indexes answers. */
const codesOfIndexOperators = new Map([
  ["$text", 27],
  ["$near", 291],
  ["$nearSphere", 291],
]);

function unknownFilterOperator(name: string): MongoError {
  const code = codesOfIndexOperators.get(name);
  if (code !== undefined || knownFilterOperators.has(name)) return notOffered(name, code);
  return new MongoError(2, `unknown operator: ${name}`);
}

function compileField(path: string, condition: unknown): Matcher {
  const parts = parsePath(path);
  const matches = compileOperators(condition);
  return (doc) => matches((whole, visit) => walk(doc, parts, whole, visit));
}

function compileOperators(condition: unknown): FieldMatcher {
  if (!isOperatorDoc(condition)) return any(equalityTest(condition));
  const all = Object.entries(condition).map(([name, value]) => {
    const build = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (!build) throw unknownFilterOperator(name);
    return build(value, condition);
  });
  return (values) => all.every((matches) => matches(values));
}

const any =
  (test: Test): FieldMatcher =>
  (values) =>
    values(false, test);

function equalityTest(operand: unknown): Test {
  if (operand instanceof BSONRegExp) return regexTest(readRegex(operand));
  if (operand === null) return (value) => value === undefined || value === null;
  return (value) => equal(value, operand);
}

const regexTest =
  (regex: RegExp): Test =>
  (value) =>
    typeof value === "string" && regex.test(value);

function rangeTest(operand: unknown, accepts: (order: number) => boolean): Test {
  if (operand instanceof BSONRegExp) throw new MongoError(2, "can't compare with a regex");
  if (operand === null) return accepts(0) ? equalityTest(null) : () => false;
  const type = rank(operand);
  const isNaNOperand = Number.isNaN(operand);
  return (value) =>
    rank(value) === type &&
    (Number.isNaN(value) === isNaNOperand
      ? accepts(isNaNOperand ? 0 : compare(value, operand))
      : false);
}

function listTest(value: unknown, name: string): Test {
  const tests = asArray(value, `${name} needs an array and`, 2).map((operand) => {
    if (isOperatorDoc(operand)) throw new MongoError(2, `cannot nest $ under ${name}`);
    return equalityTest(operand);
  });
  return (tested) => tests.some((test) => test(tested));
}

function noRegex(value: unknown, name: string): unknown {
  if (value instanceof BSONRegExp) throw notOffered(`a regex in ${name}`);
  return value;
}

const operators: Record<string, (value: unknown, all: Doc) => FieldMatcher> = {
  $eq: (value) => any(equalityTest(noRegex(value, "$eq"))),
  $ne: (value) => negate(any(equalityTest(noRegex(value, "$ne")))),
  $gt: (value) => any(rangeTest(value, (order) => order > 0)),
  $gte: (value) => any(rangeTest(value, (order) => order >= 0)),
  $lt: (value) => any(rangeTest(value, (order) => order < 0)),
  $lte: (value) => any(rangeTest(value, (order) => order <= 0)),
  $in: (value) => any(listTest(value, "$in")),
  $nin: (value) => negate(any(listTest(value, "$nin"))),
  $exists: existsMatcher,
  $type: typeMatcher,
  $size: sizeMatcher,
  $all: allMatcher,
  $elemMatch: elementMatcher,
  $regex: (value, all) => any(regexTest(readRegex(value, all["$options"]))),
  $options: optionsMatcher,
  $not: notMatcher,
};

function existsMatcher(value: unknown): FieldMatcher {
  const exists: FieldMatcher = (values) => values(false, (found) => found !== undefined);
  return value === false || value === 0 || value === null ? negate(exists) : exists;
}

function typeMatcher(value: unknown): FieldMatcher {
  const names = typeNames(value);
  return any((found) => names.some((name) => isOfType(found, name)));
}

function sizeMatcher(value: unknown): FieldMatcher {
  if (typeof value !== "number") throw new MongoError(2, "$size needs a number");
  const size = asWhole(value, "$size");
  return (values) => values(true, (found) => Array.isArray(found) && found.length === size);
}

function allMatcher(value: unknown): FieldMatcher {
  const matchers = asArray(value, "$all needs an array and", 2).map((operand) => {
    if (!isOperatorDoc(operand)) return any(equalityTest(operand));
    if ("$elemMatch" in operand) return elementMatcher(operand["$elemMatch"]);
    throw new MongoError(2, "no $ expressions in $all");
  });
  return (values) => matchers.length > 0 && matchers.every((matches) => matches(values));
}

const logical = new Set(["$and", "$or", "$nor", "$expr", "$comment"]);

function elementMatcher(value: unknown): FieldMatcher {
  if (!isDoc(value)) throw new MongoError(2, "$elemMatch needs an Object");
  const matches =
    logical.has(Object.keys(value)[0] ?? "") || !isOperatorDoc(value)
      ? elementAsDoc(compileFilter(value))
      : elementAsValue(compileOperators(value));
  return (values) => values(true, (found) => Array.isArray(found) && found.some(matches));
}

const elementAsDoc =
  (matches: Matcher): Test =>
  (element) =>
    Array.isArray(element)
      ? matches({ ...(element as unknown[]) })
      : isDoc(element) && matches(element);

const elementAsValue =
  (matches: FieldMatcher): Test =>
  (element) =>
    matches((_whole, visit) => visit(element));

function optionsMatcher(_value: unknown, all: Doc): FieldMatcher {
  if ("$regex" in all) return () => true;
  throw new MongoError(2, "$options needs a $regex");
}

function notMatcher(value: unknown): FieldMatcher {
  if (value instanceof BSONRegExp) return negate(any(equalityTest(value)));
  if (!isOperatorDoc(value)) throw new MongoError(2, "$not needs a regex or a document");
  return negate(compileOperators(value));
}

/** The test of a `$pull`: a filter for documents, operators or a value for all else. */
export function compilePull(condition: unknown): Matcher {
  if (isDoc(condition) && !isOperatorDoc(condition)) {
    const matches = compileFilter(condition);
    return (element) => isDoc(element) && matches(element);
  }
  const matches = compileOperators(condition);
  return (element) => matches((whole, visit) => walk({ element }, ["element"], whole, visit));
}
