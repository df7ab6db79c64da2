import type { Artisan } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";

export type Joined =
  | { ok: true; name: string; state: Artisan["state"] }
  | { ok: false; reason: "unknown" | "notRegistered" };

/** Moves the own record to a community; people check it anew. Repeatable. */
export async function joinCommunity(
  { telegram, version }: { telegram: number; version: number },
  id: string,
  { artisans, communities }: Pick<Services, "artisans" | "communities">,
): Promise<Joined> {
  const community = await communities.byId(id);
  const record = await artisans.byTelegram(telegram);
  if (!record) return { ok: false, reason: "notRegistered" };
  if (community?.state !== "active") return { ok: false, reason: "unknown" };
  const { name } = community;
  if (record.community === id) return { ok: true, name, state: record.state };
  const state = record.state === "active" ? "pending" : record.state;
  const change = { community: id, communityOther: undefined, state };
  await artisans.change({ id: record.id, version }, change);
  return { ok: true, name, state };
}
