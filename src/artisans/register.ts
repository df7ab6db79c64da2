import type { Language } from "../bot/language.ts";
import { flagDoubles } from "../doubles/flag-doubles.ts";
import type { Services } from "../services.ts";
import type { Artisan } from "./artisan.ts";
import type { Artisans } from "./artisan-repository.ts";
import { freshCheck } from "./check.ts";
import { recordOf } from "./record.ts";

export type Registered =
  | { ok: true; artisan: Artisan }
  | { ok: false; reason: "noDraft" | "incomplete" | "alreadyRegistered" };

/**
 * Makes the record of a finished draft, then drops the draft. Repeatable: the record's id was
 * drawn when the draft was opened. A number that another record has verified is kept unverified,
 * since families share phones. `version` is that of the chat's claim.
 */
export async function registerArtisan(
  { telegram, version, language }: { telegram: number; version: number; language: Language },
  services: Pick<Services, "artisans" | "clock" | "doubles" | "drafts">,
): Promise<Registered> {
  const { artisans, clock, drafts } = services;
  const draft = await drafts.read(telegram);
  // It may have been sent before, and only the answer was lost.
  if (!draft) return recorded(telegram, artisans);
  const filled = recordOf(draft.answers);
  if (!filled) return { ok: false, reason: "incomplete" };
  const now = clock.now();
  const artisan: Artisan = {
    id: draft.artisan,
    state: "pending",
    telegram,
    language,
    registeredAt: now,
    activeAt: now,
    confirmedAt: now,
    check: freshCheck(filled.community, now),
    ...filled,
  };
  const added = await addUnverifiedIfTaken(artisan, artisans);
  if (added === "added") await flagDoubles(artisan.id, services);
  await drafts.drop({ chat: telegram, version });
  if (added === "accountTaken") return { ok: false, reason: "alreadyRegistered" };
  return recorded(telegram, artisans);
}

/** The record as it came to rest: its number may have lost the mark "verified" on the way. */
async function recorded(telegram: number, artisans: Artisans): Promise<Registered> {
  const artisan = await artisans.byTelegram(telegram);
  return artisan ? { ok: true, artisan } : { ok: false, reason: "noDraft" };
}

async function addUnverifiedIfTaken(artisan: Artisan, artisans: Artisans) {
  const added = await artisans.add(artisan);
  if (added !== "phoneTaken" || !artisan.phone) return added;
  return artisans.add({ ...artisan, phone: { ...artisan.phone, verified: false } });
}
