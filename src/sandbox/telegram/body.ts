import type { IncomingMessage } from "node:http";

import { type Args, asText, createArgs, type Fields, isObject, parseJson } from "./args.ts";
import { Refusal, texts } from "./errors.ts";
import { maxUpload } from "./files.ts";
import { parseMultipart } from "./multipart.ts";

export interface Parameters {
  args: Args;
  fields: Fields;
  textual: boolean;
}

/** All of a request's body. @throws Refusal 413 over 50 MB. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxUpload + 65_536) chunks.push(chunk);
  }
  if (size > maxUpload + 65_536) throw new Refusal(413, texts.tooLarge);
  return Buffer.concat(chunks);
}

/** Parameters from the query string, then the body; the first value wins. [TD HttpReader.cpp] */
export async function readParameters(request: IncomingMessage, query: URLSearchParams) {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  const values = new Map<string, string>();
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && !values.has(name)) values.set(name, value);
  };
  for (const [name, value] of query) add(name, value);
  if (type.includes("application/json")) {
    const parsed = parseJson(bytes.toString("utf8"));
    const fields = isObject(parsed) ? parsed : {};
    for (const [name, value] of Object.entries(fields)) add(name, asText(value));
    const shown = { ...Object.fromEntries(query), ...fields };
    return { args: createArgs(values), fields: shown, textual: query.size > 0 };
  }
  const files = type.includes("multipart/form-data") ? parseMultipart(bytes, type, add) : new Map();
  if (type.includes("application/x-www-form-urlencoded")) {
    for (const [name, value] of new URLSearchParams(bytes.toString("utf8"))) add(name, value);
  }
  return { args: createArgs(values, files), fields: textFields(values), textual: true };
}

/** Text values, read as JSON where they hold an object or list. */
function textFields(values: ReadonlyMap<string, string>): Fields {
  const read = (value: string) => (/^[[{]/.test(value) ? (parseJson(value) ?? value) : value);
  return Object.fromEntries([...values].map(([name, value]) => [name, read(value)]));
}
