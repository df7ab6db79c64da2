import type { Connection } from "mongoose";
import { type FieldCipher, keyIdOf } from "./field-cipher.ts";
import { HOLDINGS } from "./holdings.ts";
import { type Kept, type SealedIn, type SealedValue, sealedValues } from "./sealed-values.ts";

/** What a rotation found in one collection. */
export interface Rotated {
  collection: string;
  /** Sealed anew now. */
  resealed: number;
  /** Written with the new key before, by the bot or by a rotation that was ended. */
  fresh: number;
  /** No listed key opens it: its key must not be taken away. */
  unreadable: number;
  /** Somebody still writes with an older key: a process that was not started anew. */
  left: number;
}

const PAGE = 50;
const MOST_LOOKS = 20;

/** Every collection with sealed values: those of people, and the proof of the keys itself. */
const SEALED: readonly SealedIn[] = [
  ...HOLDINGS.filter(({ sealed }) => sealed),
  // Last: while a value is left that only the old key opens, so is this.
  { collection: "keys", sealed: ["probe", "index"] },
];

/**
 * Seals every sealed value anew with the key that writes. It may be ended at any moment and
 * begun again, and the bot may write meanwhile: a value that changed since it was read is left
 * to the next look, and each collection is looked at until nothing of an older key is left.
 */
export async function* rotate(
  connection: Connection,
  cipher: FieldCipher,
): AsyncGenerator<Rotated> {
  for (const where of SEALED) yield rotateOne(where, connection, cipher);
}

async function rotateOne(
  where: SealedIn,
  connection: Connection,
  cipher: FieldCipher,
): Promise<Rotated> {
  const { collection } = where;
  const first = await lookThrough(where, connection, cipher);
  let { resealed, unreadable } = first;
  let last = first;
  for (let looks = 1; last.resealed + last.changed > 0 && looks < MOST_LOOKS; looks += 1) {
    last = await lookThrough(where, connection, cipher);
    resealed += last.resealed;
    unreadable = last.unreadable;
  }
  return {
    collection,
    resealed,
    fresh: first.fresh,
    unreadable,
    left: last.resealed + last.changed,
  };
}

/** Once through a collection, in the order of its ids. */
async function lookThrough(where: SealedIn, connection: Connection, cipher: FieldCipher) {
  const look = { resealed: 0, changed: 0, fresh: 0, unreadable: 0 };
  const rows = rowsOf(connection, where.collection);
  for (let last = ""; ;) {
    const page = await rows
      .find({ _id: { $gt: last } } as object)
      .sort({ _id: 1 })
      .limit(PAGE)
      .toArray();
    for (const kept of page as Kept[])
      for (const value of sealedValues(where, kept))
        look[await reseal(kept._id, value, rows, cipher)] += 1;
    last = page.at(-1)?._id ?? "";
    if (page.length < PAGE) return look;
  }
}

type Rows = ReturnType<typeof rowsOf>;

const rowsOf = (connection: Connection, collection: string) =>
  connection.collection<Kept>(collection);

async function reseal(
  _id: string,
  { path, place, sealed }: SealedValue,
  rows: Rows,
  cipher: FieldCipher,
): Promise<"resealed" | "changed" | "fresh" | "unreadable"> {
  if (keyIdOf(sealed) === cipher.writes) return "fresh";
  const text = openIfPossible(cipher, place, sealed);
  if (text === undefined) return "unreadable";
  const done = await rows.updateOne(
    // Only what is still there as it was read: an answer given meanwhile is newer.
    { _id, [path]: sealed },
    { $set: { [path]: cipher.seal(place, text) } },
  );
  return done.matchedCount === 1 ? "resealed" : "changed";
}

function openIfPossible(
  cipher: FieldCipher,
  place: SealedValue["place"],
  sealed: string,
): string | undefined {
  try {
    return cipher.open(place, sealed);
  } catch {
    return undefined;
  }
}
