import { bad, Refusal, texts } from "./errors.ts";
import type { Upload } from "./args.ts";
import { cleanFileName } from "./files.ts";

const maxFiles = 50;
const lineEnd = "\r\n";

/**
 * Reads `multipart/form-data` by TDLib's rule, which takes what grammY streams: no space after the
 * colon, bare names, names with spaces. A part with `filename` is a file, any other a parameter.
 * @throws Refusal 400 without boundary or name, 413 over 50 files. [TD HttpReader.cpp]
 */
export function parseMultipart(
  body: Buffer,
  contentType: string,
  add: (value: string, name: string) => void,
): Map<string, Upload> {
  const boundary = /boundary\s*=\s*("[^"]*"|[^;]*)/i.exec(contentType)?.[1]?.replaceAll('"', "");
  if (!boundary) throw bad(texts.noBoundary);
  const files = new Map<string, Upload>();
  for (const part of splitParts(body, boundary)) {
    const { name, file, type } = readHeaders(part.head);
    if (name === "") throw bad(texts.noPartName);
    if (file === undefined) add(part.content.toString("utf8"), name);
    else if (files.size === maxFiles) throw new Refusal(413, texts.tooManyFiles);
    else files.set(name, { name: cleanFileName(file), type, bytes: Buffer.from(part.content) });
  }
  return files;
}

function splitParts(body: Buffer, boundary: string): { head: string; content: Buffer }[] {
  const parts: { head: string; content: Buffer }[] = [];
  const mark = Buffer.from(`${lineEnd}--${boundary}`);
  let at = body.indexOf(mark.subarray(2));
  if (at < 0) return parts;
  at += mark.length - 2;
  while (body.toString("latin1", at, at + 2) === lineEnd) {
    const headEnd = body.indexOf(lineEnd + lineEnd, at);
    const next = headEnd < 0 ? -1 : body.indexOf(mark, headEnd + 2);
    if (next < 0) throw bad(texts.badPartHeaders);
    const content = body.subarray(Math.min(headEnd + 4, next), next);
    parts.push({ head: body.toString("utf8", at + 2, headEnd), content });
    at = next + mark.length;
  }
  return parts;
}

function readHeaders(head: string): { name: string; file: string | undefined; type: string } {
  let values = new Map<string, string>();
  let type = "application/octet-stream";
  for (const line of head.replace(/\r\n[ \t]+/g, " ").split(lineEnd)) {
    const colon = line.indexOf(":");
    const value = line.slice(colon + 1).trim();
    const header = line.slice(0, colon).trim().toLowerCase();
    if (header === "content-type") type = value;
    if (header === "content-disposition") values = readDisposition(value);
  }
  return { name: values.get("name") ?? "", file: values.get("filename"), type };
}

/** `form-data; name="a \"b\""; filename=list of names.csv`, each value URL-decoded, `+` stays. */
function readDisposition(value: string): Map<string, string> {
  const values = new Map<string, string>();
  let rest = value.replace(/^form-data;/, "");
  while (rest.includes("=")) {
    const equals = rest.indexOf("=");
    const key = rest.slice(0, equals).trim().toLowerCase();
    const after = rest.slice(equals + 1).trimStart();
    const found =
      /^"((?:[^"\\]|\\.)*)"\s*(?:;|$)/s.exec(after) ?? /^([^";][^;]*)(?:;|$)/s.exec(after);
    if (!found) throw bad(texts.badPartHeaders);
    const text = after.startsWith('"') ? found[1]?.replace(/\\(.)/gs, "$1") : found[1]?.trim();
    values.set(key, urlDecode(text ?? ""));
    rest = after.slice(found[0].length);
  }
  return values;
}

function urlDecode(text: string): string {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  const plain = bytes.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(plain, "latin1").toString("utf8");
}
