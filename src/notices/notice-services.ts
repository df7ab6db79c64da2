import type { Contact } from "../artisans/artisan.ts";
import type { Texts } from "../bot/language.ts";
import type { Clock } from "../clock.ts";
import type { Leases } from "../leases/lease-repository.ts";
import type { Log } from "../log.ts";
import type { Trainings } from "../trainings/training-repository.ts";
import type { Deliveries } from "./delivery-repository.ts";
import type { Gate } from "./gate-repository.ts";
import type { Messenger } from "./messenger.ts";
import type { NoticeCodes } from "./notice-code-repository.ts";
import type { Notices } from "./notice-repository.ts";
import type { Unreachable } from "./outcome.ts";
import type { OfficeCalendar } from "./quiet-hours.ts";

/** What notices ask of the register of artisans. */
interface Contacts {
  /** Someone erased is not among them. */
  contacts(artisans: readonly string[]): Promise<Contact[]>;
  markUnreachable(artisan: string, reason: Unreachable, at: Date): Promise<void>;
}

/** What planning, listing and sending of notices needs of the program. */
export interface NoticeServices {
  clock: Clock;
  log: Log;
  texts: Texts;
  calendar: OfficeCalendar;
  trainings: Pick<Trainings, "announced" | "byId">;
  artisans: Contacts;
  notices: Notices;
  noticeCodes: Pick<NoticeCodes, "give">;
  deliveries: Deliveries;
  gate: Gate;
  leases: Leases;
  messenger: Messenger;
}
