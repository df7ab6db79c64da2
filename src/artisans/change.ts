import type { Field } from "./answers.ts";
import type { Artisan } from "./artisan.ts";
import { freshCheck } from "./check.ts";
import { crash } from "../crash.ts";
import { flagDoubles } from "../doubles/flag-doubles.ts";
import type { Services } from "../services.ts";
import { type Change, changeOf } from "./record.ts";

/** One answer. `version` is that of the chat's claim. */
interface Corrected {
  field: Field;
  value: unknown;
  version: number;
  /** Telegram's id of who registered the record, when it is not its owner who changes it. */
  registrar?: number;
}

/**
 * Keeps one changed answer in a record, whose person is checked again where that is due. A number
 * that another record has verified is kept unverified. A registrar's change is in one step with
 * looking whether the record is still unclaimed: afterwards it changes nothing. Who dies before the
 * doubles were looked for leaves that to `flagLeft`.
 */
export async function changeRecord(
  artisan: Artisan,
  { field, value, version, registrar }: Corrected,
  services: Pick<Services, "artisans" | "clock" | "doubles" | "recordUpkeep">,
): Promise<void> {
  const { artisans } = services;
  const changed = changeOf(field, value, artisan);
  const now = services.clock.now();
  const change = { ...changed, ...checkAgain(artisan, changed, now), confirmedAt: now };
  const own = { id: artisan.id, version, compare: true } as const;
  const which = { ...own, ...(registrar !== undefined && { registrar }) };
  const outcome = await artisans.change(which, change);
  if (outcome === "phoneTaken" && change.phone) {
    const phone = { ...change.phone, verified: false };
    await artisans.change(which, { ...change, phone });
  }
  crash("corrected");
  await flagDoubles(artisan.id, services);
  await services.recordUpkeep.compared(artisan.id, version);
}

/** What was sent back is corrected now; and whoever joins a community is checked by its leaders. */
function checkAgain({ state, ...old }: Artisan, changed: Change, now: Date): Change {
  if (state === "declined" || state === "merged") return {};
  const { community, communityOther } = { ...old, ...changed };
  const moved = community !== old.community || communityOther !== old.communityOther;
  const joined = moved && (community !== undefined || communityOther !== undefined);
  const again = state === "returned" || joined || (moved && state === "pending");
  return again ? { state: "pending", check: freshCheck(community, now) } : {};
}
