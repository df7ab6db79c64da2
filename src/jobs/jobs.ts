import { schedule, type ScheduledTask } from "node-cron";
import { showRooms, type ShowRoomServices } from "../attendance/show-rooms.ts";
import { warnLapsing, type WarnServices } from "../access/warn-lapsing.ts";
import { proveAudit, type ProveServices } from "../alarms/prove-audit.ts";
import { type FillServices, fillNameStarts } from "../artisans/fill-name-starts.ts";
import { tellSilent, type TellSilentServices } from "../answers/tell-silent.ts";
import { tendErrands, type TendErrandServices } from "../carriers/tend-errands.ts";
import {
  tendCertificates,
  type TendCertificateServices,
} from "../certificates/tend-certificates.ts";
import { type CheckServices, tendChecks } from "../communities/tend-checks.ts";
import { hideNumbers, type HideServices } from "../communities/hide-numbers.ts";
import { type Stopwatch, stopwatch } from "../clock.ts";
import { localDate, ZONE } from "../dates.ts";
import type { MergeServices } from "../doubles/merge-services.ts";
import { flagLeft, type FlagLeftServices } from "../doubles/flag-left.ts";
import { finishMerges } from "../doubles/tend-merges.ts";
import { tendEnrolments, type TendEnrolmentServices } from "../enrolments/tend-enrolments.ts";
import type { OtherProcesses } from "../leases/other-processes.ts";
import { errorFacts, type Log } from "../log.ts";
import { expandNotices, listExpired } from "../notices/expand.ts";
import { finishNotices } from "../notices/finish.ts";
import type { NoticeServices } from "../notices/notice-services.ts";
import type { OfficeCalendar } from "../notices/quiet-hours.ts";
import { planDailyLine } from "../notices/staff-line.ts";
import { showProgress } from "../notices/progress.ts";
import { planReminders } from "../notices/plan-reminders.ts";
import { sendDue } from "../notices/send.ts";
import { type Due, upcoming } from "../notices/upcoming.ts";
import { type ChangeServices, mendChanges } from "../promises/change-plan.ts";
import { type CardServices, refreshCards } from "../promises/keep-cards.ts";
import { tendUnread, type UnreadServices } from "../promises/tend-unread.ts";
import { type FinishServices, finishImports } from "../papers/finish-imports.ts";
import { askHowItWas, type LetterServices } from "../sharing/write-letters.ts";
import { sweepNightly, type SweepServices } from "../privacy/sweep.ts";
import { tendPeople, type TendServices } from "../privacy/tend.ts";
import { type BeginServices, beginTrainings } from "../trainings/make-training.ts";

/** Every 30 s of real time; what is due is read from the data at each tick. */
const WAKE = "*/30 * * * * *";
/** Between two of those: only where something can be listed or sent at once. */
const LOOK = "*/2 * * * * *";
/** Real milliseconds after which a tick is given up, so that a hung call stops only itself. */
const TICK_MS = 60_000;
/** After this nothing new is claimed: calls in hand (20 s each) end inside the tick. */
const CLAIMING_MS = 35_000;

export type JobServices = NoticeServices &
  TendServices &
  SweepServices &
  MergeServices &
  TendEnrolmentServices &
  TendErrandServices &
  TellSilentServices &
  CheckServices &
  HideServices &
  ShowRoomServices &
  BeginServices &
  FinishServices &
  ChangeServices &
  CardServices &
  UnreadServices &
  WarnServices &
  ProveServices &
  LetterServices &
  TendCertificateServices &
  FillServices &
  FlagLeftServices & {
    /** As it stands, read anew with each tick; one that is handed in stays as it is. */
    calendar: OfficeCalendar & { refresh?(): Promise<void> };
  };

const refreshCalendar = async ({ calendar }: Pick<JobServices, "calendar">) => calendar.refresh?.();

type NewerBuilds = Pick<OtherProcesses, "untilNewer">;
const ALONE: NewerBuilds = { untilNewer: () => new AbortController().signal };

/**
 * What happens by the clock. node-cron only wakes the tick: it decides and remembers nothing, so
 * the first tick after a stop sees all that has come due meanwhile.
 */
export function createJobs(
  services: JobServices,
  options: { inFlight: number; elapsed?: Pick<Stopwatch, "now">; others?: NewerBuilds },
) {
  const { inFlight, elapsed = stopwatch, others = ALONE } = options;
  const { log } = services;
  const stopping = new AbortController();
  let waker: ScheduledTask | undefined;
  let looker: ScheduledTask | undefined;
  let running: Promise<void> | undefined;
  let lastTickMs = elapsed.now();

  const isEnding = () => stopping.signal.aborted || others.untilNewer().aborted;

  const table: [name: string, run: (signal: AbortSignal) => Promise<unknown>][] = [
    ["read the calendar", () => refreshCalendar(services)],
    ["show room codes", () => showRooms(services)],
    ["begin trainings", () => beginTrainings(services)],
    ["plan reminders", () => planReminders(services)],
    ["mend changes", () => mendChanges(services)],
    ["tend unread changes", () => tendUnread(services)],
    ["plan the daily line", () => planDailyLine(services)],
    ["tend enrolments", (signal) => tendEnrolments(services, signal)],
    ["ask how sessions were", () => askHowItWas(services)],
    ["tell of the silent", () => tellSilent(services)],
    ["list recipients", (signal) => expandNotices(services, signal)],
    ["list what expired", (signal) => listExpired(services, signal)],
    ["send", (signal) => sendDue(services, { inFlight, signal })],
    ["finish notices", () => finishNotices(services)],
    ["tend errands", (signal) => tendErrands(services, signal)],
    ["list reports", (signal) => expandNotices(services, signal)],
    ["send reports", (signal) => sendDue(services, { inFlight, signal })],
    ["show progress", () => showProgress(services)],
    ["refresh cards", (signal) => refreshCards(services, signal)],
    ["finish merges", () => finishMerges(services)],
    ["compare changed records", () => flagLeft(services)],
    ["fill name starts", (signal) => fillNameStarts(services, signal)],
    ["finish imports", (signal) => finishImports(services, signal)],
    ["tend people", (signal) => tendPeople(services, signal)],
    ["tend certificates", (signal) => tendCertificates(services, signal)],
    ["tend checks", (signal) => tendChecks(services, signal)],
    ["warn of lapsing roles", (signal) => warnLapsing(services, signal)],
    ["hide numbers", (signal) => hideNumbers(services, signal)],
    ["sweep", (signal) => sweepNightly(services, signal)],
    ["prove the audit", () => proveAudit(services)],
  ];

  /** A job that fails keeps none of the others from running. */
  async function runTable(): Promise<void> {
    const ending = AbortSignal.any([stopping.signal, others.untilNewer()]);
    const signal = AbortSignal.any([ending, AbortSignal.timeout(CLAIMING_MS)]);
    for (const [name, run] of table) {
      if (ending.aborted) return;
      await run(signal).catch((error: unknown) =>
        log.alarm("job failed", { job: name, ...errorFacts(error) }),
      );
    }
    lastTickMs = elapsed.now();
  }

  /** Does all that is due now. One tick at a time: a second waits for the first. */
  async function tick(): Promise<void> {
    while (running) await running;
    // Standing by is no trouble that a watcher should be told of.
    if (others.untilNewer().aborted) lastTickMs = elapsed.now();
    if (isEnding()) return;
    running = inTime(runTable(), TICK_MS, () => log.alarm("tick hangs")).finally(() => {
      running = undefined;
    });
    await running;
  }

  /** Codes of rooms change by the minute, also while a long sending holds the tick. */
  async function codesInTime(): Promise<void> {
    await showRooms(services).catch((error: unknown) =>
      log.warn("room codes not shown", errorFacts(error)),
    );
  }

  /** A notice that was just confirmed, or is half sent, need not wait for the next half minute. */
  async function lookAround(): Promise<void> {
    if (running || isEnding()) return;
    try {
      if (await isAnythingDue(services)) await tick();
    } catch (error) {
      log.warn("nobody could look", errorFacts(error));
    }
  }

  return {
    tick,

    /** Wakes the tick from now on and does the first one. Throws where the zone is unknown. */
    async start(): Promise<void> {
      checkZone();
      if (stopping.signal.aborted) return;
      waker = schedule(WAKE, () => (running ? codesInTime() : tick()), { logger: cronLog(log) });
      looker = schedule(LOOK, lookAround, { logger: cronLog(log) });
      await tick();
    },

    /** Claims nothing more, and waits for what is in hand: so long, in milliseconds, at most. */
    async stop(withinMs = TICK_MS): Promise<void> {
      stopping.abort();
      await Promise.all([waker?.destroy(), looker?.destroy()]);
      if (!running) return;
      await inTime(running, withinMs, () => log.warn("the tick did not end in time"));
      await services.leases.release("sender");
    },

    /** What is sent next, for people who look at the clock. */
    async upcoming(now: Date, limit: number): Promise<Due[]> {
      await refreshCalendar(services);
      return upcoming(services, now, limit);
    },

    /** Seconds since a tick last came to its end, or since the start; setting a clock changes nothing. */
    tickAgeS: () => (elapsed.now() - lastTickMs) / 1_000,
  };
}

async function isAnythingDue({ clock, deliveries, notices }: NoticeServices): Promise<boolean> {
  const now = clock.now();
  if (await notices.isAnyToList(now)) return true;
  return deliveries.isAnyDue(now, await notices.heldIds());
}

/** Resolves when the work has ended, or after a time at the latest. */
async function inTime(work: Promise<void>, ms: number, onLate: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => resolve(onLate()), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Local midnight in Jakarta is 17.00 UTC the day before; without zone data it is not. */
function checkZone(): void {
  if (localDate(new Date("2025-08-21T17:00:00Z")) !== "2025-08-22")
    throw new Error(`this Node.js has no data of the time zone ${ZONE}`);
}

function cronLog(log: Log) {
  const say = (message: string | Error) => log.warn("cron", { message: String(message) });
  return { info: () => {}, debug: () => {}, warn: say, error: say };
}
