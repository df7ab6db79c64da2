import { roleHoldings } from "../access/holdings.ts";
import { staffId, staffOf } from "../notices/delivery.ts";
import { claimHoldings } from "../claims/holdings.ts";
import { doubleHoldings } from "../doubles/holdings.ts";
import {
  anyOf,
  AS_LONG_AS_THE_RECORD,
  byArtisan,
  byChat,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Facts,
  type Holding,
  NOBODY,
  REMOVE,
  STAY,
  type Sweep,
  type Trace,
  type Whom,
  without,
} from "./holding.ts";
import {
  daysBefore,
  hoursBefore,
  monthsAfter,
  monthsBefore,
  RETENTION,
  type Retention,
} from "./retention.ts";
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
    sealed: ["answers", "offered"],
    of: byChat((chat) => ({ _id: { $in: [`draft:${chat}`, `change:${chat}`] } })),
    tell: (kept) => without(kept, "by"),
    erase: () => REMOVE,
    traces: (kept) => [
      { chat: chatOf(kept), since: daysBefore(dateOf(kept["expiresAt"]), RETENTION.draftDays) },
    ],
  },
  {
    collection: "deliveries",
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ chat }, { artisan: staffId(chat) }]),
      ]),
    tell: ({ notice, state, reason, sentAt, readAt }) => ({
      ...{ notice, state, reason, sentAt },
      ...(readAt instanceof Date && { readAt }),
    }),
    erase: (kept, _whom, { token }) => ({ is: "replace", by: anonymous(kept, token) }),
    traces: ({ artisan, chat }) => [
      staffOf(String(artisan)) === undefined
        ? { artisan: String(artisan), since: EPOCH }
        : { chat: Number(staffOf(String(artisan))), since: EPOCH },
      ...(typeof chat === "number" ? [{ chat, since: EPOCH }] : []),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { notAfter: { $lt: monthsBefore(now, figures.deliveryMonths) } }, step: REMOVE },
    ],
  },
  {
    collection: "communities",
    of: byArtisan((artisan) => ({ leaders: artisan })),
    tell: ({ name }) => ({ leaderOf: name }),
    erase: (_, { artisan }) => change({ $pull: { leaders: artisan } }),
    traces: ({ leaders }) => (leaders as string[]).map((artisan) => ({ artisan, since: EPOCH })),
  },
  {
    // A seat of a training that has begun stays as a number without a name.
    collection: "trainings",
    of: byArtisan((artisan) => ({ seatHolders: artisan })),
    tell: ({ title, days }) => ({ title, days }),
    erase: ({ _id }, { artisan = "" }, { token }) =>
      change(
        { $addToSet: { seatHolders: nameless(token, _id, artisan) } },
        { $pull: { seatHolders: artisan } },
      ),
    traces: ({ seatHolders }) =>
      (seatHolders as string[]).map((artisan) => ({ artisan, since: EPOCH })),
  },
  {
    collection: "enrolments",
    of: byArtisan((artisan) => ({ artisan })),
    tell: ({ training, state, since }) => ({ training, state, since }),
    erase: (kept, _whom, { token }) => {
      const training = String(kept["training"]);
      const artisan = nameless(token, training, String(kept["artisan"]));
      return { is: "replace", by: { ...kept, _id: `enr:${training}:${artisan}`, artisan } };
    },
    traces: ({ artisan }) => [{ artisan: String(artisan), since: EPOCH }],
  },
  {
    // Who was listed last, which is needed while a notice is being listed; and who wrote, sent
    // or was asked: what the office told many stays, without them and their name under it.
    collection: "notices",
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined
          ? []
          : [{ cursor: artisan, state: { $nin: ["queued", "expanding", "paused"] } }]),
        ...(chat === undefined ? [] : STAFF_OF_NOTICE.map((path) => ({ [path]: chat }))),
      ]),
    tell: ({ author, state, content }, { chat }) =>
      chat !== undefined && author === chat ? { state, content } : undefined,
    erase: (kept, { artisan, chat }) =>
      change(
        ...(kept["cursor"] === artisan ? [{ $set: { cursor: "" } }] : []),
        ...(kept["author"] === chat
          ? [{ $set: { author: NOBODY }, $unset: { signature: 1 } }]
          : []),
        ...(kept["confirmedBy"] === chat ? [{ $set: { confirmedBy: NOBODY } }] : []),
        ...(at(kept, "awaits", "by") === chat ? [{ $unset: { awaits: 1 } }] : []),
        ...(at(kept, "progress", "chat") === chat ? [{ $unset: { progress: 1 } }] : []),
      ),
    traces: (kept) => [
      ...(typeof kept["cursor"] === "string" && kept["cursor"]
        ? [{ artisan: kept["cursor"], since: EPOCH }]
        : []),
      ...[
        kept["author"],
        kept["confirmedBy"],
        at(kept, "awaits", "by"),
        at(kept, "progress", "chat"),
      ]
        .filter((chat) => typeof chat === "number" && chat !== NOBODY)
        .map((chat) => ({ chat: Number(chat), since: EPOCH })),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { notAfter: { $lt: monthsBefore(now, figures.deliveryMonths) } }, step: REMOVE },
    ],
  },
  {
    // No name and no Telegram id; kept for a while, to show that the data were held rightly.
    collection: "consents",
    of: byArtisan((artisan) => ({ artisan })),
    tell: (kept) => without(kept, "_id", "artisan", "until"),
    erase: ({ until }, _whom, { now, figures }) =>
      dateOf(until) < AS_LONG_AS_THE_RECORD
        ? STAY
        : change({ $set: { until: monthsAfter(now, figures.proofMonths) } }),
    traces: () => [],
    sweeps: ({ now }) => [{ filter: { until: { $lte: now } }, step: REMOVE }],
  },
  ...claimHoldings,
  ...doubleHoldings,
  ...roleHoldings,
  {
    collection: "people",
    sealed: ["log"],
    of: byChat((chat) => ({ _id: `person:${chat}` })),
    tell: ({ language, seenAt, log }) => ({ language, seenAt, dialogue: log }),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["seenAt"]) }],
    sweeps: ({ now, figures }) => silentChats(now, figures),
  },
  {
    // A silent record goes with a warning before and a word after: `silent-records.ts`.
    collection: "artisans",
    sealed: ["phone", "birthYear", "turnover", "nibNumber"],
    of: recordsOf,
    tell: (kept, whom) => (isOwn(kept, whom) ? without(kept, ...INNER) : undefined),
    // Whoever registered others is no longer named there; how they agreed stays.
    erase: (kept, whom) =>
      isOwn(kept, whom) ? REMOVE : change({ $set: { "registrar.telegram": NOBODY } }),
    traces: tracesOfRecord,
  },
];

const STAFF_OF_NOTICE = ["author", "confirmedBy", "awaits.by", "progress.chat"];

/** A field of a part of a document. */
function at(kept: Kept, part: string, field: string): unknown {
  return (kept[part] as Record<string, unknown> | undefined)?.[field];
}

/** Collections that say nothing of anybody; the audit knows people by tokens and random ids. */
export const IMPERSONAL = [
  ...["audit", "auditHeads", "gates", "jobs", "keys", "leases", "probes", "settings"],
] as const;

/** What serves only to find records and to guard their writes. */
const INNER = ["by", "phoneIndex", "phoneKey", "nameKeys", "inMerge"];

function recordsOf({ artisan, chat }: Whom): Record<string, unknown> | undefined {
  return anyOf([
    ...(artisan === undefined ? [] : [{ _id: artisan }, { mergedInto: artisan }]),
    ...(chat === undefined ? [] : [{ telegram: chat }, { "registrar.telegram": chat }]),
  ]);
}

/** Their record, or one that was united with it. */
function isOwn({ _id, telegram, mergedInto }: Kept, { artisan, chat }: Whom): boolean {
  if (artisan !== undefined && (_id === artisan || mergedInto === artisan)) return true;
  return chat !== undefined && telegram === chat;
}

/** Of its person, and of whoever registered them. */
function tracesOfRecord({ _id, telegram, registrar, registeredAt }: Kept): Trace[] {
  const since = dateOf(registeredAt);
  const chat = typeof telegram === "number" ? { chat: telegram } : {};
  const by = (registrar as { telegram?: number } | undefined)?.telegram;
  return [{ artisan: _id, ...chat, since }, ...(by ? [{ chat: by, since }] : [])];
}

/** Stands for a person in one training or notice, and leads to nobody. */
function nameless(token: Facts["token"], where: string, artisan: string): string {
  return `gone-${token(`${where}:${artisan}`).slice(0, 16)}`;
}

/** What a count needs of a delivery, and nothing that leads to the person. */
function anonymous(kept: Kept, token: Facts["token"]): Kept {
  const artisan = nameless(token, String(kept["notice"]), String(kept["artisan"]));
  const open = kept["state"] === "ready" || kept["state"] === "sending";
  return {
    ...(without(kept, "messageId", "chat", "after") as Kept),
    _id: `dlv:${String(kept["notice"])}:${artisan}${kept["act"] === "tell" ? ":told" : ""}`,
    artisan,
    ...(open && { state: "cancelled", reason: "erased" }),
  };
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
