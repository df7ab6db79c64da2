import type { Roles } from "../access/role-repository.ts";
import type { Marks } from "../attendance/mark-repository.ts";
import type { Contact } from "../artisans/artisan.ts";
import type { Audiences } from "../artisans/audience-repository.ts";
import type { Texts } from "../bot/language.ts";
import type { Clock } from "../clock.ts";
import type { Inbox } from "../intake/inbox.ts";
import type { People } from "../intake/person-state.ts";
import type { Count } from "../counts.ts";
import type { Leases } from "../leases/lease-repository.ts";
import type { Log } from "../log.ts";
import type { Enrolments } from "../trainings/enrolment-repository.ts";
import type { Trainings } from "../trainings/training-repository.ts";
import type { Deliveries } from "./delivery-repository.ts";
import type { NoticeDrafts } from "./draft-repository.ts";
import type { Gate } from "./gate-repository.ts";
import type { Messenger } from "./messenger.ts";
import type { Originals } from "./original-repository.ts";
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
  count: Count;
  texts: Texts;
  calendar: OfficeCalendar;
  trainings: Pick<Trainings, "announced" | "byId" | "everTold">;
  enrolments: Pick<Enrolments, "one" | "among">;
  marks: Pick<Marks, "presentIn">;
  audiences: Audiences;
  inbox: Pick<Inbox, "hasWaitedSince">;
  people: Pick<People, "languageOf">;
  roles: Pick<Roles, "holders" | "of">;
  artisans: Contacts;
  notices: Notices;
  noticeCodes: Pick<NoticeCodes, "give">;
  noticeDrafts: NoticeDrafts;
  deliveries: Deliveries;
  originals: Pick<Originals, "of">;
  gate: Gate;
  leases: Leases;
  messenger: Messenger;
}
