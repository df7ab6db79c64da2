import { attendanceHoldings } from "../attendance/holdings.ts";
import { roleHoldings } from "../access/holdings.ts";
import { DRAFT_KINDS } from "../artisans/draft-kind.ts";
import { certificateHoldings } from "../certificates/holdings.ts";
import { claimHoldings } from "../claims/holdings.ts";
import { communityHoldings } from "../communities/holdings.ts";
import { enrolmentHoldings } from "../enrolments/holdings.ts";
import { memberHoldings } from "../communities/holdings.ts";
import { doubleHoldings } from "../doubles/holdings.ts";
import { feedbackHoldings } from "../feedback/holdings.ts";
import { noticeHoldings } from "../notices/holdings.ts";
import { officeHoldings } from "../office/holdings.ts";
import { paperHoldings } from "../papers/holdings.ts";
import { sharingHoldings } from "../sharing/holdings.ts";
import { promiseHoldings } from "../promises/holdings.ts";
import {
  anyOf,
  AS_LONG_AS_THE_RECORD,
  byArtisan,
  byChat,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Holding,
  nameless,
  NOBODY,
  REMOVE,
  STAY,
  type Sweep,
  type Trace,
  type Whom,
  without,
} from "./holding.ts";
import { daysBefore, hoursBefore, monthsAfter, RETENTION, type Retention } from "./retention.ts";
import type { Kept } from "./sealed-values.ts";

/**
 * Every place with personal data, in the order of erasure: the record comes last, so that an
 * erasure that died is found and done again. Serves erasure, /datasaya, retention and the change
 * of keys. A new collection stands here or in `IMPERSONAL`, or a test fails.
 */
export const HOLDINGS: readonly Holding[] = [
  {
    collection: "inbox",
    sealed: ["json"],
    of: byChat((chat) => ({ chat })),
    tell: ({ at, state, json }) => ({ at, state, update: json }),
    erase: () => REMOVE,
    traces: ({ chat, at }) => [{ chat: Number(chat), since: dateOf(at) }],
    sweeps: ({ now, figures }) => [
      {
        filter: { state: "parked", at: { $lt: hoursBefore(now, figures.parkedHours) } },
        step: REMOVE,
      },
    ],
  },
  {
    // What ran out goes with a word to the person: `idle-drafts.ts`.
    collection: "drafts",
    // What is written in either chat about the record that goes is about the other one by now.
    unites: {
      as: "named",
      fields: ["artisan"],
      among: (chats) => chats.flatMap((chat) => DRAFT_KINDS.map((kind) => `${kind}:${chat}`)),
    },
    sealed: ["answers", "offered"],
    of: byChat((chat) => ({ _id: { $in: DRAFT_KINDS.map((kind) => `${kind}:${chat}`) } })),
    // What somebody writes down for another person is not about them.
    tell: (kept) =>
      /^(behalf|correct|training):/.test(kept._id) ? undefined : without(kept, "by"),
    erase: () => REMOVE,
    traces: (kept) => [
      { chat: chatOf(kept), since: daysBefore(dateOf(kept["expiresAt"]), RETENTION.draftDays) },
    ],
  },
  ...noticeHoldings,
  {
    collection: "communities",
    unites: { as: "itself" },
    of: byArtisan((artisan) => ({ leaders: artisan })),
    tell: ({ name }) => ({ leaderOf: name }),
    erase: (_, { artisan }) => change({ $pull: { leaders: artisan } }),
    traces: ({ leaders }) => (leaders as string[]).map((artisan) => ({ artisan, since: EPOCH })),
  },
  {
    // A seat of a training that has begun stays as a number without a name.
    collection: "trainings",
    unites: { as: "itself" },
    of: byArtisan((artisan) => ({ $or: [{ seatHolders: artisan }, { waitingList: artisan }] })),
    tell: ({ title, days }) => ({ title, days }),
    erase: ({ _id, seatHolders }, { artisan = "" }, { token }) =>
      change(
        ...((seatHolders as string[]).includes(artisan)
          ? [{ $addToSet: { seatHolders: nameless(token, _id, artisan) } }]
          : []),
        { $pull: { seatHolders: artisan, waitingList: artisan } },
      ),
    traces: ({ seatHolders, waitingList = [] }) =>
      [...(seatHolders as string[]), ...(waitingList as string[])].map((artisan) => ({
        artisan,
        since: EPOCH,
      })),
  },
  ...enrolmentHoldings,
  ...certificateHoldings,
  {
    // No name and no Telegram id; kept for a while, to show that the data were held rightly.
    collection: "consents",
    unites: { as: "named", fields: ["artisan"] },
    of: byArtisan((artisan) => ({ artisan })),
    tell: (kept) => without(kept, "_id", "artisan", "until"),
    erase: ({ until }, _whom, { now, figures }) =>
      dateOf(until) < AS_LONG_AS_THE_RECORD
        ? STAY
        : change({ $set: { until: monthsAfter(now, figures.proofMonths) } }),
    traces: () => [],
    sweeps: ({ now }) => [{ filter: { until: { $lte: now } }, step: REMOVE }],
  },
  ...attendanceHoldings,
  ...feedbackHoldings,
  ...sharingHoldings,
  ...promiseHoldings,
  ...claimHoldings,
  ...doubleHoldings,
  ...memberHoldings,
  ...roleHoldings,
  ...communityHoldings,
  ...paperHoldings,
  ...officeHoldings,
  {
    collection: "people",
    sealed: ["log"],
    of: byChat((chat) => ({ _id: `person:${chat}` })),
    tell: ({ language, seenAt, log, wants }) => ({ language, seenAt, dialogue: log, wants }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["seenAt"]) }],
    sweeps: ({ now, figures }) => silentChats(now, figures),
  },
  {
    // A silent record goes with a warning before and a word after: `silent-records.ts`.
    collection: "artisans",
    unites: { as: "itself" },
    sealed: ["phone", "birthYear", "turnover", "nibNumber"],
    of: recordsOf,
    tell: (kept, whom) => (isOwn(kept, whom) ? ownRecord(kept) : undefined),
    // Whoever registered or checked others is no longer named there; how they agreed stays.
    erase: (kept, whom) => (isOwn(kept, whom) ? REMOVE : change(...withoutHelper(kept, whom))),
    traces: tracesOfRecord,
  },
];

/** Collections that say nothing of anybody; the audit knows people by tokens and random ids. */
export const IMPERSONAL = [
  ...[
    "alarms",
    "audit",
    "auditHeads",
    "bots",
    "emblems",
    "gates",
    "jobs",
    "keys",
    "leases",
    "preparations",
    "probes",
    "quizzes",
    "settings",
  ],
] as const;

/** What serves only to find records and to guard their writes. */
const INNER = ["by", "phoneIndex", "phoneKey", "nameKeys", "startKeys", "inMerge", "uncompared"];

function recordsOf({ artisan, chat }: Whom): Record<string, unknown> | undefined {
  return anyOf([
    ...(artisan === undefined ? [] : [{ _id: artisan }, { mergedInto: artisan }]),
    ...(chat === undefined
      ? []
      : [{ telegram: chat }, { "registrar.telegram": chat }, { "check.by": chat }]),
  ]);
}

/** Their record, or one that was united with it. */
function isOwn({ _id, telegram, mergedInto }: Kept, { artisan, chat }: Whom): boolean {
  if (artisan !== undefined && (_id === artisan || mergedInto === artisan)) return true;
  return chat !== undefined && telegram === chat;
}

/** Whoever checked it is not named: /datasaya tells that by role and name. */
function ownRecord(kept: Kept): Record<string, unknown> {
  const { check, ...rest } = without(kept, ...INNER);
  return check ? { ...rest, check: { ...check, by: undefined } } : rest;
}

function withoutHelper({ registrar, check }: Kept, { chat }: Whom) {
  const isBy = (who: unknown, field: string) =>
    (who as Record<string, unknown> | undefined)?.[field] === chat;
  return [
    ...(isBy(registrar, "telegram") ? [{ $set: { "registrar.telegram": NOBODY } }] : []),
    ...(isBy(check, "by") ? [{ $set: { "check.by": NOBODY } }] : []),
  ];
}

/** Of its person, and of whoever registered or checked them. */
function tracesOfRecord({ _id, telegram, registrar, registeredAt, check }: Kept): Trace[] {
  const since = dateOf(registeredAt);
  const chat = typeof telegram === "number" ? { chat: telegram } : {};
  const by = (registrar as { telegram?: number } | undefined)?.telegram;
  const checked = check as { by?: number; at?: Date } | undefined;
  return [
    { artisan: _id, ...chat, since },
    ...(by ? [{ chat: by, since }] : []),
    ...(checked?.by ? [{ chat: checked.by, since: dateOf(checked.at) }] : []),
  ];
}

function silentChats(now: Date, { dialogueDays, personDays }: Retention): Sweep[] {
  const silent = { seenAt: { $lt: daysBefore(now, personDays) } };
  return [
    {
      filter: { seenAt: { $lt: daysBefore(now, dialogueDays) }, log: { $ne: "" } },
      step: change({ $set: { log: "" } }),
    },
    { filter: silent, step: REMOVE, unlessRegistered: true },
    {
      filter: { ...silent, "recent.0": { $exists: true } },
      step: change({ $set: { recent: [] } }),
    },
  ];
}
