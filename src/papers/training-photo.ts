/** What is known of a photo of a training day; its picture is read by itself. */
export interface TrainingPhoto {
  /** `photo:<training>:<date>:<Telegram's unique id of the file>`: the same one twice is one. */
  id: string;
  training: string;
  /** Local date of the day it is of. */
  date: string;
  /** Telegram's id of who sent it; 0 is somebody who is gone. */
  by: number;
  at: Date;
  caption?: string;
  ending: PhotoEnding;
  /** Of the picture. */
  size: number;
}

type PhotoEnding = "jpg" | "png" | "webp";

/** Of one day: enough for a report, and an archive that can be sent in one file. */
export const MOST_PHOTOS = 30;

/** A document of MongoDB holds 16 MB; photos of Telegram are far smaller. */
export const MOST_PHOTO_BYTES = 5 * 1_048_576;

/** Signs of a caption that are kept. */
export const CAPTION = 200;

/** What the bytes themselves say they are; undefined: no picture that papers can show. */
export function endingOf(bytes: Uint8Array): PhotoEnding | undefined {
  const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  if (starts(0xff, 0xd8, 0xff)) return "jpg";
  if (starts(0x89, 0x50, 0x4e, 0x47)) return "png";
  const isRiff = starts(0x52, 0x49, 0x46, 0x46);
  return isRiff && Buffer.from(bytes.subarray(8, 12)).toString("latin1") === "WEBP"
    ? "webp"
    : undefined;
}

/** By day and then as they came, each with its place in the archive: "foto/2025-08-22/foto-01.jpg". */
export function placedPhotos<P extends TrainingPhoto>(photos: readonly P[]) {
  const sorted = [...photos].sort(
    (a, b) =>
      a.date.localeCompare(b.date) || a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id),
  );
  const counts = new Map<string, number>();
  return sorted.map((photo) => {
    const number = (counts.get(photo.date) ?? 0) + 1;
    counts.set(photo.date, number);
    const file = `foto-${String(number).padStart(2, "0")}.${photo.ending}`;
    return { photo, path: `foto/${photo.date}/${file}` };
  });
}
