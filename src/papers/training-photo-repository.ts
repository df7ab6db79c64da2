import type { Connection } from "mongoose";
import { modelOf } from "../database.ts";
import { endingOf, type TrainingPhoto } from "./training-photo.ts";
import { type TrainingPhotoDocument, trainingPhotoSchema } from "./training-photo-schema.ts";

const ABOUT = { training: 1, date: 1, by: 1, at: 1, caption: 1, ending: 1, size: 1 } as const;

type NewPhoto = Pick<TrainingPhoto, "training" | "date" | "by" | "at" | "caption"> & {
  /** Telegram's unique id of the file. */
  file: string;
  bytes: Uint8Array;
};

/** Photos of training days, as their senders sent them. */
export function createTrainingPhotos(connection: Connection) {
  const photos = modelOf(connection, "TrainingPhoto", trainingPhotoSchema, "trainingPhotos");

  return {
    /** Keeps it; the same file for the same day twice is once. @throws for what is no picture */
    async keep({ file, bytes, ...about }: NewPhoto): Promise<void> {
      const ending = endingOf(bytes);
      if (!ending) throw new RangeError("a photo is JPEG, PNG or WebP");
      const _id = `photo:${about.training}:${about.date}:${file}`;
      const kept = { ...about, ending, size: bytes.length, bytes: Buffer.from(bytes) };
      await photos.updateOne({ _id }, { $setOnInsert: kept }, { upsert: true });
    },

    /** Those of a training, or of one of its days, without the pictures. */
    async of(training: string, date?: string): Promise<TrainingPhoto[]> {
      const found = await photos
        .find({ training, ...(date !== undefined && { date }) })
        .select(ABOUT)
        .sort({ at: 1, _id: 1 })
        .lean<Omit<TrainingPhotoDocument, "bytes">[]>();
      return found.map(({ _id, ...about }) => ({ id: _id, ...about }));
    },

    /** The picture; undefined: it is gone meanwhile. */
    async bytesOf(id: string): Promise<Uint8Array | undefined> {
      const found = await photos
        .findOne({ _id: id })
        .select({ bytes: 1 })
        .lean<{ bytes: { buffer: Uint8Array } }>();
      return found?.bytes.buffer;
    },

    /** True when it was there. */
    async remove(id: string): Promise<boolean> {
      return (await photos.deleteOne({ _id: id })).deletedCount === 1;
    },
  };
}
