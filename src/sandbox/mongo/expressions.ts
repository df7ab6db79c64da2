import { isTrue } from "./arguments.ts";
import type { Expression } from "./arguments.ts";
import { field, isDoc, isOperatorDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { compileArrayExpression } from "./expressions-array.ts";
import { compileDateExpression } from "./expressions-date.ts";
import { compileScalarExpression } from "./expressions-scalar.ts";
import { MongoError, notOffered } from "./errors.ts";
import { knownExpressions } from "./known.ts";
import { parsePath } from "./paths.ts";
import type { Path } from "./paths.ts";

/** Reads an expression; what is not offered (238) or unknown (168) is an error now. */
export function compileExpression(
  expression: unknown,
  variables: readonly string[] = ["ROOT", "CURRENT"],
): Expression {
  if (typeof expression === "string" && expression.startsWith("$"))
    return compilePath(expression, variables);
  if (Array.isArray(expression)) {
    const elements = expression.map((inner) => compileExpression(inner, variables));
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  return isOperatorDoc(expression)
    ? compileOperator(expression, variables)
    : compileObject(expression, variables);
}

function compileObject(expression: Doc, variables: readonly string[]): Expression {
  const fields = Object.entries(expression).map(([key, inner]) => {
    if (key.includes(".") || key.startsWith("$")) throw new MongoError(16412, `bad name ${key}`);
    return [key, compileExpression(inner, variables)] as const;
  });
  return (scope) => {
    const result: Doc = {};
    for (const [key, inner] of fields) {
      const value = inner(scope);
      if (value !== undefined) result[key] = value;
    }
    return result;
  };
}

function compileOperator(expression: Doc, variables: readonly string[]): Expression {
  const [entry, ...more] = Object.entries(expression);
  if (!entry || more.length > 0)
    throw new MongoError(15983, "an expression has exactly one operator");
  const [name, argument] = entry;
  if (name === "$literal") return () => argument;
  const compile = (inner: unknown, bound: readonly string[] = []) =>
    compileExpression(inner, [...variables, ...bound]);
  const compiled =
    compileScalarExpression(name, argument, compile) ??
    compileArrayExpression(name, argument, compile) ??
    compileDateExpression(name, argument, compile);
  if (compiled) return compiled;
  if (knownExpressions.has(name)) throw notOffered(`the expression ${name}`);
  throw new MongoError(168, `Unrecognized expression '${name}'`);
}

function compilePath(text: string, variables: readonly string[]): Expression {
  if (!text.startsWith("$$")) {
    const path = parsePath(text.slice(1));
    return (scope) => valueAt(scope["ROOT"], path);
  }
  const [variable = "", ...path] = parsePath(text.slice(2));
  if (["NOW", "REMOVE", "CLUSTER_TIME", "USER_ROLES", "SEARCH_META"].includes(variable))
    throw notOffered(`the variable $$${variable}`);
  if (!variables.includes(variable))
    throw new MongoError(17276, `Use of undefined variable: ${variable}`);
  const name = variable === "CURRENT" ? "ROOT" : variable;
  return (scope) => valueAt(scope[name], path);
}

/** The value at a path as expressions see it: through arrays, without the missing. */
export function valueAt(value: unknown, [part, ...rest]: Path): unknown {
  if (part === undefined) return value;
  if (isDoc(value)) return valueAt(field(value, part), rest);
  if (!Array.isArray(value)) return undefined;
  return value
    .filter(isDoc)
    .map((element) => valueAt(field(element, part), rest))
    .filter((found) => found !== undefined);
}

/** The expression as a yes or no about a document: `$expr`. */
export function compileCondition(expression: unknown): (doc: unknown) => boolean {
  const compiled = compileExpression(expression);
  return (doc) => isTrue(compiled({ ROOT: doc }));
}
