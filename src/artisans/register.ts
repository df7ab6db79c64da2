import type { Language } from "../bot/language.ts";
import type { Clock } from "../clock.ts";
import { type Answers, NO_COMMUNITY, OTHER_CRAFT, UNLISTED_COMMUNITY } from "./answers.ts";
import type { Artisan } from "./artisan.ts";
import type { Artisans } from "./artisan-repository.ts";
import type { Drafts } from "./draft-repository.ts";

export type Registered =
  | { ok: true; artisan: Artisan }
  | { ok: false; reason: "noDraft" | "incomplete" | "alreadyRegistered" };

/**
 * Makes the record of a finished draft, then drops the draft. Repeatable: the record's id was
 * drawn when the draft was opened. A number that another record has verified is kept unverified,
 * since families share phones.
 */
export async function registerArtisan(
  { telegram, language }: { telegram: number; language: Language },
  { drafts, artisans, clock }: { drafts: Drafts; artisans: Artisans; clock: Clock },
): Promise<Registered> {
  const draft = await drafts.read(telegram);
  if (!draft) return { ok: false, reason: "noDraft" };
  const filled = recordOf(draft.answers);
  if (!filled) return { ok: false, reason: "incomplete" };
  const artisan: Artisan = {
    id: draft.artisan,
    state: "pending",
    telegram,
    language,
    registeredAt: clock.now(),
    ...filled,
  };
  if ((await addUnverifiedIfTaken(artisan, artisans)) === "accountTaken") {
    await drafts.drop(telegram);
    return { ok: false, reason: "alreadyRegistered" };
  }
  await drafts.drop(telegram);
  return { ok: true, artisan };
}

async function addUnverifiedIfTaken(artisan: Artisan, artisans: Artisans) {
  const added = await artisans.add(artisan);
  if (added !== "phoneTaken" || !artisan.phone) return added;
  return artisans.add({ ...artisan, phone: { ...artisan.phone, verified: false } });
}

type Filled = Omit<Artisan, "id" | "state" | "telegram" | "language" | "registeredAt">;

/** The record's fields, or undefined while a required answer is open. */
function recordOf(answers: Answers): Filled | undefined {
  const { consent, adult, name, kecamatan, community, craft } = answers;
  if (!consent || !adult || !name || !kecamatan || !community || !craft) return undefined;
  const { desa, communityOther, craftOther, phone } = answers;
  const listed = community !== NO_COMMUNITY && community !== UNLISTED_COMMUNITY;
  return {
    consent,
    name,
    kecamatan,
    crafts: [craft],
    mainCraft: craft,
    ...(desa && { desa }),
    ...(listed && { community }),
    ...(community === UNLISTED_COMMUNITY && communityOther && { communityOther }),
    ...(craft === OTHER_CRAFT && craftOther && { craftOther }),
    ...(phone && { phone }),
  };
}
