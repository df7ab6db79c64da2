import type { Services } from "../services.ts";
import { type Community, NAME, readWords, sameNamed } from "./community.ts";
import type { Desk } from "./desk.ts";

export type NameReading =
  { ok: true; name: string } | { ok: false; reason: "tooShort" | "tooLong" | "signs" | "taken" };

/** Reads the name of a community; one of that name may be there in the same kecamatan. */
export async function readName(
  raw: string,
  { id, kecamatan }: Pick<Community, "id" | "kecamatan">,
  { communities }: Pick<Services, "communities">,
): Promise<NameReading> {
  const read = readWords(raw, NAME);
  if (!read.ok) return read;
  const others = (await communities.all()).filter((one) => one.id !== id);
  return sameNamed(others, read.value, kecamatan)
    ? { ok: false, reason: "taken" }
    : { ok: true, name: read.value };
}

/** Makes the community that was written down; undefined: something of it is missing. Repeatable. */
export async function createCommunity(
  { community: id, name, kecamatan }: Desk,
  { communities }: Pick<Services, "communities">,
): Promise<Community | undefined> {
  if (name === undefined || kecamatan === undefined) return undefined;
  const state = "active" as const;
  await communities.seed({ id, name, kecamatan: [kecamatan], state, leaders: [], invented: false });
  return communities.byId(id);
}
