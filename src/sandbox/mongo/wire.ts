import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { calculateObjectSize, deserialize, serializeWithBufferAndIndex } from "bson";
import { checkKey } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { errorAnswer, MongoError } from "./errors.ts";

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const maxMessageBytes = 48_000_000;
/** A document of 16 MiB and what stands around it. */
const maxReplyBytes = 16 * 1024 * 1024 + 16 * 1024;
const moreToCome = 2;

/** Answers one command; what it throws becomes the error answer. */
export type Handle = (body: Doc) => Promise<Doc>;

/** A request of the wire protocol (MongoDB manual, "MongoDB Wire Protocol"). */
interface Request {
  id: number;
  isQuery: boolean;
  /** False for `moreToCome`: a reply would be taken for that of the next command. */
  wantsReply: boolean;
  body(): Doc;
}

/** A server that answers one command after the other on each connection. */
export function createWireServer(handle: Handle): Server {
  return createServer((socket) => {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    serveSocket(socket, handle).catch(() => socket.destroy());
  });
}

async function serveSocket(socket: Socket, handle: Handle): Promise<void> {
  for await (const frame of frames(socket)) {
    const request = parse(frame);
    if (!request) break;
    const { reply, code } = await answerTo(request, handle);
    if (request.wantsReply) socket.write(reply);
    if (code === 22) break;
  }
  socket.end();
}

/** Whole messages; a length that can not be ends them. */
async function* frames(socket: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = 4;
  for await (const chunk of socket) {
    chunks.push(chunk);
    size += chunk.length;
    if (size < needed) continue;
    let rest = Buffer.concat(chunks);
    for (needed = neededBy(rest); rest.length >= needed; needed = neededBy(rest)) {
      if (needed < 16 || needed > maxMessageBytes) return;
      yield rest.subarray(0, needed);
      rest = rest.subarray(needed);
    }
    if (needed > maxMessageBytes) return;
    chunks = [rest];
    size = rest.length;
  }
}

/** How many bytes make the first message whole; at least its length is needed. */
const neededBy = (bytes: Buffer) => (bytes.length < 4 ? 4 : bytes.readInt32LE(0));

/** The request in a frame, or undefined for one that ends the connection. */
function parse(frame: Buffer): Request | undefined {
  const id = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  if (opCode === opQuery)
    return { id, isQuery: true, wantsReply: true, body: () => readQuery(frame) };
  if (opCode !== opMsg || frame.length < 21) return undefined;
  const flags = frame.readUInt32LE(16);
  // The low 16 bits must be understood; a checksum is one of them.
  if ((flags & 0xffff & ~moreToCome) !== 0) return undefined;
  const wantsReply = (flags & moreToCome) === 0;
  return { id, isQuery: false, wantsReply, body: () => readSections(frame) };
}

/** The driver's first `isMaster` comes as an OP_QUERY; no other command may. */
function readQuery(frame: Buffer): Doc {
  const end = frame.indexOf(0, 20);
  const body = readDoc(frame, end + 9);
  const name = Object.keys(body)[0]?.toLowerCase();
  if (end < 0 || (name !== "ismaster" && name !== "hello")) throw invalid();
  return { ...body, $db: "admin" };
}

function readSections(frame: Buffer): Doc {
  let body: Doc | undefined;
  const sequences: Doc = {};
  for (let at = 20; at < frame.length;) {
    const end = at + 1 + frame.readInt32LE(at + 1);
    if (end <= at + 5 || end > frame.length) throw invalid();
    if (frame[at] === 1) readSequence(frame.subarray(at + 5, end), sequences);
    else if (frame[at] === 0 && !body) body = readDoc(frame, at + 1);
    else throw invalid();
    at = end;
  }
  if (!body) throw invalid();
  return { ...body, ...sequences };
}

function readSequence(bytes: Buffer, sequences: Doc): void {
  const nameEnd = bytes.indexOf(0);
  if (nameEnd < 0) throw invalid();
  const name = bytes.toString("utf8", 0, nameEnd);
  checkKey(name);
  const docs: Doc[] = [];
  for (let at = nameEnd + 1; at < bytes.length; at += bytes.readInt32LE(at))
    docs.push(readDoc(bytes, at));
  sequences[name] = docs;
}

function readDoc(bytes: Buffer, at: number): Doc {
  const doc = bytes.subarray(at, at + bytes.readInt32LE(at));
  return deserialize(doc, { promoteLongs: false, promoteBuffers: false, bsonRegExp: true });
}

const invalid = () => new MongoError(22, "the message is not valid BSON");

async function answerTo(request: Request, handle: Handle) {
  try {
    return { reply: encode(request, await handle(bodyOf(request))), code: undefined };
  } catch (error) {
    const answer = errorAnswer(error);
    return { reply: encode(request, answer), code: answer["code"] };
  }
}

function bodyOf(request: Request): Doc {
  try {
    return request.body();
  } catch (error) {
    throw error instanceof MongoError ? error : invalid();
  }
}

function encode({ id, isQuery }: Request, reply: Doc): Buffer {
  const start = isQuery ? 36 : 21;
  const size = calculateObjectSize(reply);
  if (size > maxReplyBytes) throw new MongoError(10334, `the answer of ${size} bytes is too large`);
  const length = start + size;
  const frame = Buffer.alloc(length);
  frame.writeInt32LE(length, 0);
  frame.writeInt32LE(id, 8);
  frame.writeInt32LE(isQuery ? opReply : opMsg, 12);
  if (isQuery) frame.writeInt32LE(1, 32);
  serializeWithBufferAndIndex(reply, frame, { index: start });
  return frame;
}
