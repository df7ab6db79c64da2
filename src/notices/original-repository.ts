import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { Notice } from "./notice.ts";
import { type OriginalDocument, originalSchema } from "./original-schema.ts";

export type Originals = ReturnType<typeof createOriginals>;

/** A file of a notice as its author sent it. */
export interface Original {
  /** Its file's name; a photo has none. */
  name: string;
  bytes: Uint8Array;
}

const idOf = (notice: string, message: number) => `original:${notice}:${message}`;

/** Files that go out once more when Telegram does not know them by their ids any longer. */
export function createOriginals(connection: Connection) {
  const originals = modelOf(connection, "Original", originalSchema, "originals");

  return {
    /** Keeps the file that came with this message. Twice is once. */
    async keep(
      notice: string,
      message: number,
      { name, bytes }: Original,
      keptAt: Date,
    ): Promise<void> {
      const kept = { name, bytes: Buffer.from(bytes), keptAt };
      await originals.updateOne({ _id: idOf(notice, message) }, { $set: kept }, { upsert: true });
    },

    /** All files of a notice in their order; undefined when any of them was not kept. */
    async of({ id, content }: Pick<Notice, "id" | "content">): Promise<Original[] | undefined> {
      const ids = (content?.files ?? []).map(({ message }) => idOf(id, message));
      const found = await originals
        .find({ _id: operators({ $in: ids }) })
        .lean<(Omit<OriginalDocument, "bytes"> & { bytes: { buffer: Uint8Array } })[]>();
      const all = ids.flatMap((wanted) => {
        const one = found.find(({ _id }) => _id === wanted);
        return one ? [{ name: one.name, bytes: one.bytes.buffer }] : [];
      });
      return all.length === ids.length ? all : undefined;
    },
  };
}
