import type { FieldCipher, Place } from "./field-cipher.ts";

/** A document as it rests in its collection. */
export type Kept = { _id: string } & Record<string, unknown>;

/** A sealed value, where it stands, and what it is bound to. */
export interface SealedValue {
  path: string;
  place: Place;
  sealed: string;
}

/** Where a collection keeps sealed values: a field is one, or an object of them (`answers`). */
export interface SealedIn {
  collection: string;
  sealed?: readonly string[];
}

/** The sealed values of a document; an empty text is none. */
export function sealedValues({ collection, sealed = [] }: SealedIn, kept: Kept): SealedValue[] {
  const at = (path: string, field: string, value: unknown): SealedValue[] =>
    typeof value === "string" && value !== ""
      ? [{ path, place: { collection, record: kept._id, field }, sealed: value }]
      : [];
  return sealed.flatMap((name) => {
    const value = kept[name];
    if (value === null || typeof value !== "object") return at(name, name, value);
    return Object.entries(value).flatMap(([field, one]) => at(`${name}.${field}`, field, one));
  });
}

/** The document with its sealed values opened. */
export function unsealed(where: SealedIn, kept: Kept, cipher: FieldCipher): Kept {
  const opened = structuredClone(kept);
  for (const { path, place, sealed } of sealedValues(where, kept)) {
    const value: unknown = JSON.parse(cipher.open(place, sealed));
    const [name = "", field] = path.split(".");
    if (field === undefined) opened[name] = value;
    else (opened[name] as Record<string, unknown>)[field] = value;
  }
  return opened;
}
