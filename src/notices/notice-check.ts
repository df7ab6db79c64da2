import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import type { Reminder } from "../trainings/reminder-rules.ts";
import { titleOf } from "./content.ts";
import { currentReminder } from "./guard.ts";
import type { Notice } from "./notice.ts";
import { CHECK_TRIES } from "./notice-code.ts";

/** What anybody may know of a notice: nothing of it is about a person. */
export interface NoticeFacts {
  code: string;
  /** corrected: what it says has changed since. */
  state: "valid" | "corrected" | "cancelled";
  issuedAt: Date;
  /** As the training stands now; undefined when there is no such training any more. */
  training: Training | undefined;
  /** What it reminds of, while that still holds. */
  reminder: Reminder | undefined;
  /** Of an announcement: its first words. */
  title?: string;
}

export type Checked =
  | { ok: true; facts: NoticeFacts }
  /** tooMany: ten wrong codes within the hour. */
  | { ok: false; reason: "unknown" | "tooMany" };

/** Nobody was ever given a code of these. */
const NEVER_ISSUED: readonly string[] = ["draft", "skipped"];
/** What expired whole is known by its code where carriers pass it on. */
const wasIssued = ({ state, listed }: Notice): boolean =>
  !NEVER_ISSUED.includes(state) && (state !== "expired" || listed > 0);

type CheckServices = Pick<Services, "calendar" | "clock" | "noticeCodes" | "trainings" | "tries">;

/** Whether the office issued the notice with this code. */
export async function checkNotice(
  telegram: number,
  code: string,
  services: CheckServices,
): Promise<Checked> {
  const { clock, noticeCodes, tries } = services;
  const may = await tries.take(telegram, "noticeCode", CHECK_TRIES, clock.now());
  if (!may) return { ok: false, reason: "tooMany" };
  const notice = await noticeCodes.byCode(code);
  if (!notice || !wasIssued(notice)) return { ok: false, reason: "unknown" };
  await tries.giveBack(telegram, "noticeCode");
  return { ok: true, facts: { code, ...(await factsOf(notice, services)) } };
}

async function factsOf(
  notice: Notice,
  { calendar, trainings }: CheckServices,
): Promise<Omit<NoticeFacts, "code">> {
  if (notice.kind === "announcement") return announcementFacts(notice);
  const training = await trainings.byId(notice.training ?? "");
  if (notice.letter) return letterFacts(notice, training);
  const reminder = currentReminder(notice, training, calendar);
  return { state: stateOf(notice, training, reminder), issuedAt: notice.asOf, training, reminder };
}

/** A letter of an earlier plan has been overtaken: what holds is what the training says now. */
function letterFacts(notice: Notice, training: Training | undefined): Omit<NoticeFacts, "code"> {
  const isCancelled = notice.state === "cancelled" || training?.state === "cancelled";
  const isOvertaken = training !== undefined && training.planVersion !== notice.planVersion;
  const state = isOvertaken ? "corrected" : "valid";
  return {
    state: isCancelled ? "cancelled" : state,
    ...{ issuedAt: notice.asOf, training, reminder: undefined },
  };
}

function announcementFacts(notice: Notice): Omit<NoticeFacts, "code"> {
  const changed = notice.correctedAt ? "corrected" : "valid";
  return {
    state: notice.state === "cancelled" ? "cancelled" : changed,
    issuedAt: notice.startAt,
    ...{ training: undefined, reminder: undefined, title: titleOf(notice, 120) },
  };
}

function stateOf(
  notice: Notice,
  training: Training | undefined,
  reminder: Reminder | undefined,
): NoticeFacts["state"] {
  if (!training || training.state === "cancelled") return "cancelled";
  if (!reminder) return "corrected";
  return notice.state === "cancelled" ? "cancelled" : "valid";
}
