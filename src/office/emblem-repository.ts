import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import { emblemSchema } from "./emblem-schema.ts";

const ID = "emblem:office";

/** The emblem that stands on papers. */
export function createEmblem(connection: Connection) {
  const emblems = modelOf(connection, "Emblem", emblemSchema, "emblems");
  const bytesOf = async (name: "original" | "drawn"): Promise<Buffer | undefined> => {
    const found = await emblems
      .findOne({ _id: ID })
      .select(name)
      .lean<Partial<Record<typeof name, { buffer: Uint8Array }>> | null>();
    const bytes = found?.[name];
    return bytes && Buffer.from(bytes.buffer);
  };

  return {
    /** The one before is gone. Twice is once. */
    async keep({ original, drawn }: { original: Buffer; drawn: Buffer }, keptAt: Date) {
      await emblems.updateOne({ _id: ID }, { $set: { original, drawn, keptAt } }, { upsert: true });
    },

    async remove(): Promise<void> {
      await emblems.deleteOne({ _id: ID });
    },

    async isThere(): Promise<boolean> {
      return (await emblems.exists({ _id: ID })) !== null;
    },

    /** As papers draw it; undefined: there is none. */
    drawn: () => bytesOf("drawn"),

    /** As it was sent. */
    original: () => bytesOf("original"),
  };
}
