import type { IncomingMessage } from "node:http";

import { type Args, asText, createArgs, type Fields, isObject, parseJson } from "./args.ts";
import { Refusal, texts } from "./errors.ts";
import { maxUpload } from "./files.ts";
import { parseMultipart } from "./multipart.ts";

export interface Parameters {
  args: Args;
  fields: Fields;
  /** Were the values sent as text, so that their types cannot be judged as they are? */
  textual: boolean;
}

/** Room beside a file of the largest size for the other parameters, in bytes. */
const room = 65_536;

/** All of a request's body. @throws Refusal 413 over 50 MB. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxUpload + room) chunks.push(chunk);
  }
  if (size > maxUpload + room) throw new Refusal(413, texts.tooLarge);
  return Buffer.concat(chunks);
}

/** Parameters from the query string, then the body; the first value wins. [TD HttpReader.cpp] */
export async function readParameters(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Parameters> {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  if (type.includes("application/json")) {
    const parsed = parseJson(bytes.toString("utf8"));
    return jsonParameters(isObject(parsed) ? parsed : {}, query);
  }
  const values = new Map<string, string>();
  const add = (value: string, name: string) => values.has(name) || values.set(name, value);
  query.forEach(add);
  const isForm = type.includes("application/x-www-form-urlencoded");
  if (isForm) new URLSearchParams(bytes.toString("utf8")).forEach(add);
  const files = type.includes("multipart/form-data") ? parseMultipart(bytes, type, add) : new Map();
  return { args: createArgs(values, files), fields: Object.fromEntries(values), textual: true };
}

/** The parameters of a JSON body or of a webhook's answer. */
export function jsonParameters(body: Fields, query = new URLSearchParams()): Parameters {
  const fields: Fields = { ...body, ...Object.fromEntries([...query].toReversed()) };
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(fields)) {
    const text = asText(value);
    if (text !== undefined) values.set(name, text);
  }
  return { args: createArgs(values), fields, textual: query.size > 0 };
}
