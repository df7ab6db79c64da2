import type { Artisan } from "../artisans/artisan.ts";
import type { Interest } from "../trainings/enrolment.ts";
import { holdsSeat, hasBegun, isSelected, type Training } from "../trainings/training.ts";
import { whyNotEligible } from "./eligible.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";
import { writeProposal } from "./letters.ts";

export type InterestOutcome =
  | "noted"
  | "already"
  /** It takes no wishes, or not any more. */
  | "closed"
  /** They took their wish back themselves: only they can renew it. */
  | "tookBack"
  | "kecamatan"
  | "crafts"
  | "communities";

/** Whether wishes are taken: until the choice by anybody, during it by coordinators only. */
export function takesWishes(training: Training, as: Interest["as"], now: Date): boolean {
  if (!isSelected(training) || hasBegun(training, now)) return false;
  return training.state === "open" || (training.state === "selecting" && as === "coordinator");
}

/** Somebody wishes to take part, or is wished for. Pressed twice it is one wish, the first. */
export async function beInterested(
  training: Training,
  artisan: Artisan,
  { as, by }: Pick<Interest, "as" | "by">,
  services: EnrolmentServices,
): Promise<InterestOutcome> {
  const { clock, enrolments } = services;
  const now = clock.now();
  const known = await enrolments.one(training.id, artisan.id);
  if (known?.state === "interested" || holdsSeat(training, artisan.id)) return "already";
  if (known?.state === "waiting") return "already";
  if (!takesWishes(training, as, now)) return "closed";
  const hindrance = whyNotEligible(training.mayApply, artisan);
  if (hindrance) return hindrance;
  if (as !== "self" && known && known.state !== "released") return "tookBack";
  const interest = { at: now, as, ...(by !== undefined && { by }) };
  const moved = await enrolments.move({
    ...{ training: training.id, artisan: artisan.id, state: "interested", interest, at: now },
    ...(by !== undefined && { by }),
    from: ["none", "released", ...(as === "self" ? (["withdrawn", "declined"] as const) : [])],
  });
  if (moved && as !== "self") await writeProposal(training, artisan.id, as, services);
  return moved ? "noted" : "already";
}

/** Takes the wish back; false when there was none. */
export function takeBack(
  training: string,
  artisan: string,
  { clock, enrolments }: Pick<EnrolmentServices, "clock" | "enrolments">,
): Promise<boolean> {
  return enrolments.move({
    ...{ training, artisan, state: "withdrawn", from: ["interested"], at: clock.now() },
  });
}
