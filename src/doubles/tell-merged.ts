import { packPress } from "../bot/callback-data.ts";
import { tell } from "../bot/tell.ts";
import type { Merge } from "./merge-repository.ts";
import type { MergeServices } from "./merge-services.ts";

/** Tells each account what became of its record, once; the record's own account may look at it. */
export async function tellMerged(merge: Merge, services: MergeServices): Promise<void> {
  const { id, plan, told } = merge;
  if (told || !plan) return;
  const { survivor, loser, adopted } = plan;
  const kept = adopted["telegram"] ?? survivor.telegram;
  for (const { telegram, language } of [survivor, loser]) {
    if (telegram === undefined) continue;
    const speech = services.texts[language];
    const isKept = telegram === kept;
    const look = { label: speech.plain("button-profile"), press: packPress("profile") };
    await tell(
      telegram,
      {
        text: speech.html(isKept ? "merge-told-kept" : "merge-told-other"),
        ...(isKept && { buttons: [[look]] }),
      },
      services,
    );
  }
  await services.merges.markTold(id);
}

/** Whoever was told of the merge learns that it was taken back. */
export async function tellUnmerged(
  { plan, told }: Pick<Merge, "plan" | "told">,
  services: MergeServices,
): Promise<void> {
  if (!told || !plan) return;
  for (const { telegram, language } of [plan.survivor, plan.loser]) {
    if (telegram === undefined) continue;
    const speech = services.texts[language];
    const look = { label: speech.plain("button-profile"), press: packPress("profile") };
    await tell(telegram, { text: speech.html("unmerge-told"), buttons: [[look]] }, services);
  }
}
