import type { Letter } from "./letter.ts";
import { LANES } from "./notice.ts";
import type { NoticeServices } from "./notice-services.ts";

export interface NewLetter extends Letter {
  /** Says what it is about and of which step, so that it is written once: `offer:<training>:…`. */
  id: string;
  /** Ids of artisans, and `staffId` of accounts of the staff. */
  to: readonly string[];
  training?: string;
  planVersion?: number;
  /** Nothing of it goes out before; absent: at once. */
  startAt?: Date;
  notAfter: Date;
}

/** Hands a letter to the ledger. False when it is there already, by this process or another. */
export function sendLetter(
  { id, to, training, planVersion = 0, startAt, notAfter, ...letter }: NewLetter,
  { clock, notices }: Pick<NoticeServices, "clock" | "notices">,
): Promise<boolean> {
  return notices.add({
    ...{ id, kind: "letter", planVersion, lane: LANES.reminder, state: "queued", notAfter },
    ...{ asOf: clock.now(), to: [...new Set(to)].sort(), letter },
    ...(training !== undefined && { training }),
    ...(startAt && { startAt }),
  });
}
