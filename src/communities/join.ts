import type { Artisan } from "../artisans/artisan.ts";
import { changeRecord } from "../artisans/change.ts";
import type { Services } from "../services.ts";

export type Joined =
  | { ok: true; name: string; state: Artisan["state"] }
  | { ok: false; reason: "unknown" | "notRegistered" };

/** Moves the own record to a community; people check it anew. Repeatable. */
export async function joinCommunity(
  { telegram, version }: { telegram: number; version: number },
  id: string,
  services: Pick<Services, "artisans" | "clock" | "communities" | "doubles" | "recordUpkeep">,
): Promise<Joined> {
  const { artisans, communities } = services;
  const community = await communities.byId(id);
  const record = await artisans.byTelegram(telegram);
  if (!record) return { ok: false, reason: "notRegistered" };
  if (community?.state !== "active") return { ok: false, reason: "unknown" };
  const { name } = community;
  if (record.community === id) return { ok: true, name, state: record.state };
  await changeRecord(record, { field: "community", value: id, version }, services);
  const { state } = (await artisans.byId(record.id)) ?? record;
  return { ok: true, name, state };
}
