import { type EnrolmentState, GOING } from "./enrolment.ts";
import type { ReminderAudience } from "./reminder-rules.ts";

/** How somebody stands to a training at the moment a reminder is listed or sent. */
export interface Attendee {
  holdsSeat: boolean;
  /** Undefined: a seat from before there were states, which counts as accepted. */
  state: EnrolmentState | undefined;
  /** Was there on at least one day. */
  wasPresent: boolean;
  /** Wants no reminders; what is asked afterwards comes. */
  quiet?: boolean;
}

/** Whether a reminder for these is for this person. An offer that waits for its answer is no yes. */
export function isMeant(
  to: ReminderAudience,
  { holdsSeat, state = "accepted", wasPresent, quiet = false }: Attendee,
): boolean {
  if (to === "present") return wasPresent;
  if (!holdsSeat || quiet) return false;
  if (to === "unsure") return state === "accepted";
  return GOING.some((one) => one === state);
}
