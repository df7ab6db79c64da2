import { connect } from "node:net";
import type { Socket } from "node:net";
import { deserialize, serialize } from "bson";
import type { Document } from "bson";

/** The command as an OP_MSG, as the driver would send it. */
export function frameOf(command: Document): Buffer {
  const body = serialize(command);
  const frame = Buffer.alloc(21 + body.length);
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(2013, 12);
  frame.set(body, 21);
  return frame;
}

export function connectRaw(uri: string): Socket {
  return connect(Number(new URL(uri).port), "127.0.0.1");
}

/** Sends the command without a driver; undefined when the connection is closed instead. */
export async function sendRaw(uri: string, command: Document): Promise<Document | undefined> {
  const reply = await exchange(uri, frameOf(command));
  return reply.length > 21 ? deserialize(reply.subarray(21)) : undefined;
}

/** All that the server sends for these bytes until either side closes. */
export async function exchange(uri: string, bytes: Buffer): Promise<Buffer> {
  const socket = connectRaw(uri);
  const chunks: Buffer[] = [];
  socket.write(bytes);
  socket.on("error", () => socket.destroy());
  return new Promise((resolve) => {
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      const reply = Buffer.concat(chunks);
      if (reply.length >= 4 && reply.length >= reply.readInt32LE(0)) socket.end();
    });
    socket.on("close", () => resolve(Buffer.concat(chunks)));
  });
}
