import type { Attendee } from "../trainings/reminder-audience.ts";
import type { Training } from "../trainings/training.ts";
import { changeId } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";

/** How each of these stands to the training; who was there is known already. */
export async function attendeesOf(
  { id, seatHolders }: Training,
  artisans: readonly string[],
  present: readonly string[],
  { enrolments }: Pick<NoticeServices, "enrolments">,
): Promise<(artisan: string) => Attendee> {
  const states = await enrolments.among(id, artisans);
  return (artisan) => ({
    holdsSeat: seatHolders.includes(artisan),
    state: states.get(artisan)?.state,
    wasPresent: present.includes(artisan),
    quiet: states.get(artisan)?.quiet === true,
  });
}

/** Ids of all whom a letter told what changed in the plan that holds now. */
export async function knowOfChange(
  { id, planVersion }: Training,
  { notices }: Pick<NoticeServices, "notices">,
): Promise<readonly string[]> {
  return (await notices.byId(changeId(id, planVersion)))?.to ?? [];
}
