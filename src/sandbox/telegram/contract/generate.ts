import ts from "typescript";

/** The part of JSON Schema that the check knows. */
export interface Schema {
  type?: "string" | "number" | "boolean" | "array" | "object";
  const?: string | number | boolean;
  enum?: (string | number | boolean)[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  $ref?: string;
}

export interface Contract {
  /** All method names of the Bot API, offered or not. */
  known: string[];
  methods: Record<string, Schema>;
  definitions: Record<string, Schema>;
}

/** Types of this name would make half of the file and are of no use to a bot of plain words. */
const leftOut = /rich/i;
const fileName = "contract-types.ts";

/** Reads the parameters of the given methods out of the types that grammY brings. */
export function generateContract(methods: readonly string[]): Contract {
  const fields = methods.map((name) => `${name}: Opts<string>["${name}"];`);
  const { checker, type } = compile(`{ known: ApiMethods<string>; ${fields.join(" ")} }`);
  const known = propertyType(checker, type, "known");
  const { read, definitions } = createReader(checker);
  const found = methods.map(
    (name) => [name, read(propertyType(checker, type, name), true)] as const,
  );
  return {
    known: known
      .getProperties()
      .map(({ name }) => name)
      .sort(),
    methods: Object.fromEntries(found),
    definitions: sortedDefinitions(definitions),
  };
}

/** The schema of one type of the Bot API, such as `Message`. */
export function generateSchema(name: string): {
  schema: Schema;
  definitions: Record<string, Schema>;
} {
  const { checker, type } = compile(`{ wanted: ${name} }`);
  const { read, definitions } = createReader(checker);
  const schema = read(propertyType(checker, type, "wanted"), true);
  return { schema, definitions: Object.fromEntries(definitions) };
}

/** Compiles a file that exists in memory only. */
function compile(wanted: string): { checker: ts.TypeChecker; type: ts.Type } {
  const text = `import type * as api from "@grammyjs/types";
    import type { ApiMethods, Opts, Message } from "@grammyjs/types";
    export declare const wanted: ${wanted};`;
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const path = `${import.meta.dirname}/${fileName}`;
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.getSourceFile = (name, language, ...rest) =>
    name === path
      ? ts.createSourceFile(name, text, language)
      : getSourceFile(name, language, ...rest);
  host.fileExists = (name) => name === path || fileExists(name);
  const program = ts.createProgram([path], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const symbol =
    source && checker.getSymbolAtLocation(source)?.exports?.get("wanted" as ts.__String);
  if (!symbol) throw new Error("the types of grammY could not be read");
  return { checker, type: checker.getTypeOfSymbol(symbol) };
}

function propertyType(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type {
  const property = checker.getPropertyOfType(type, name);
  if (!property) throw new Error(`the Bot API types have no ${name}`);
  return checker.getTypeOfSymbol(property);
}

function createReader(checker: ts.TypeChecker) {
  const definitions = new Map<string, Schema>();

  /** @param whole reads an object in place, without making a definition of it */
  function read(type: ts.Type, whole = false): Schema {
    if (type.isLiteral()) return { const: type.value as string | number };
    if (type.flags & ts.TypeFlags.BooleanLiteral) {
      return { const: checker.typeToString(type) === "true" };
    }
    if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.TemplateLiteral)) {
      return { type: "string" };
    }
    if (type.flags & ts.TypeFlags.NumberLike) return { type: "number" };
    if (type.isUnion()) return readUnion(type);
    if (checker.isArrayType(type)) {
      const item = checker.getTypeArguments(type as ts.TypeReference)[0];
      return { type: "array", items: item ? read(item) : {} };
    }
    return whole ? readObject(type) : readNamed(type);
  }

  function readUnion(type: ts.UnionType): Schema {
    const parts = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const read1 = mergeConstants(parts.map((part) => read(part)));
    return read1.length === 1 && read1[0] ? read1[0] : { anyOf: read1 };
  }

  function readNamed(type: ts.Type): Schema {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const name = symbol ? checker.getFullyQualifiedName(symbol).replace(/^".*"\./, "") : "";
    if (leftOut.test(name)) return {};
    if (name === "" || name.startsWith("__")) return readObject(type);
    if (!definitions.has(name)) {
      definitions.set(name, {});
      definitions.set(name, readObject(type));
    }
    return { $ref: name };
  }

  function readObject(type: ts.Type): Schema {
    const properties = checker.getPropertiesOfType(type).filter(({ name }) => !leftOut.test(name));
    const isOptional = ({ flags }: ts.Symbol) => (flags & ts.SymbolFlags.Optional) !== 0;
    const entries = properties.map(
      (one) => [one.name, read(checker.getTypeOfSymbol(one))] as const,
    );
    return {
      type: "object",
      properties: Object.fromEntries(entries),
      required: properties.filter((one) => !isOptional(one)).map(({ name }) => name),
    };
  }

  return { read, definitions };
}

/** `true | false` is a boolean, several constants are one enumeration. */
function mergeConstants(schemas: Schema[]): Schema[] {
  const constants = schemas.flatMap((schema) => (schema.const === undefined ? [] : [schema.const]));
  const others = schemas.filter((schema) => schema.const === undefined);
  if (constants.length < 2) return schemas;
  const both = constants.includes(true) && constants.includes(false);
  return [...others, both ? { type: "boolean" } : { enum: constants }];
}

const sortedDefinitions = (definitions: Map<string, Schema>) =>
  Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
