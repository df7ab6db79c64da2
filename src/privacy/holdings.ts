import {
  daysBefore,
  hoursBefore,
  monthsAfter,
  monthsBefore,
  RETENTION,
  type Retention,
} from "./retention.ts";
import type { Kept, SealedIn } from "./sealed-values.ts";

/** A person as the collections know them. */
export interface Whom {
  artisan?: string;
  /** Telegram's id of the person and of the private chat. */
  chat?: number;
}

/** That a document speaks of somebody, and since when it does. */
export interface Trace extends Whom {
  since: Date;
}

/** What becomes of a document; each can be done twice. */
export type Step =
  | { is: "remove" }
  | { is: "stay" }
  | { is: "change"; updates: readonly Record<string, Record<string, unknown>>[] }
  /** Another document takes its place, under an id that leads to nobody. */
  | { is: "replace"; by: Kept };

export interface Facts {
  now: Date;
  figures: Retention;
  /** A digest that nobody can compute without the key. */
  token: (text: string) => string;
}

/** What is old enough to go, without a word, and how. */
export interface Sweep {
  filter: Record<string, unknown>;
  step: Step;
  /** Of a chat that has a record it stays: its version fences the record. */
  unlessRegistered?: true;
}

/** One place where personal data rest. */
export interface Holding extends SealedIn {
  /** Finds what is kept of a person; undefined: by this nothing can be found. */
  of(whom: Whom): Record<string, unknown> | undefined;
  /** What /datasaya shows of a document whose seals are open; undefined: it is about others. */
  tell(kept: Kept, whom: Whom): Record<string, unknown> | undefined;
  erase(kept: Kept, whom: Whom, facts: Facts): Step;
  traces(kept: Kept): Trace[];
  sweeps?(facts: Facts): Sweep[];
}

const REMOVE: Step = { is: "remove" };
const STAY: Step = { is: "stay" };
const change = (...updates: Record<string, Record<string, unknown>>[]): Step => ({
  is: "change",
  updates,
});
const EPOCH = new Date(0);

/** A proof of a living record is kept as long as the record. */
export const AS_LONG_AS_THE_RECORD = new Date("9999-12-31T00:00:00Z");

const byChat =
  (find: (chat: number) => Record<string, unknown>) =>
  ({ chat }: Whom) =>
    chat === undefined ? undefined : find(chat);

const byArtisan =
  (find: (artisan: string) => Record<string, unknown>) =>
  ({ artisan }: Whom) =>
    artisan === undefined ? undefined : find(artisan);

const without = (kept: Kept, ...names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(kept).filter(([name]) => !names.includes(name)));

const chatOf = ({ _id }: Kept): number => Number(_id.split(":")[1]);
const dateOf = (value: unknown): Date => (value instanceof Date ? value : EPOCH);

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
    of: byArtisan((artisan) => ({ artisan })),
    tell: ({ notice, state, reason, sentAt }) => ({ notice, state, reason, sentAt }),
    erase: (kept, _whom, { token }) => ({ is: "replace", by: anonymous(kept, token) }),
    traces: ({ artisan }) => [{ artisan: String(artisan), since: EPOCH }],
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
    // Who was listed last; while a notice is being listed it is needed.
    collection: "notices",
    of: byArtisan((artisan) => ({ cursor: artisan, state: { $nin: ["queued", "expanding"] } })),
    tell: () => undefined,
    erase: () => change({ $set: { cursor: "" } }),
    traces: ({ cursor }) =>
      typeof cursor === "string" && cursor ? [{ artisan: cursor, since: EPOCH }] : [],
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
    tell: (kept, whom) => (isOwn(kept, whom) ? without(kept, "by", "phoneIndex") : undefined),
    // Whoever registered others is no longer named there; how they agreed stays.
    erase: (kept, whom) =>
      isOwn(kept, whom) ? REMOVE : change({ $set: { "registrar.telegram": NOBODY } }),
    traces: tracesOfRecord,
  },
];

const NOBODY = 0;

/** Collections that say nothing of anybody. */
export const IMPERSONAL = ["gates", "jobs", "keys", "leases", "probes", "settings"] as const;

function recordsOf({ artisan, chat }: Whom): Record<string, unknown> | undefined {
  const ways = [
    ...(artisan === undefined ? [] : [{ _id: artisan }, { mergedInto: artisan }]),
    ...(chat === undefined ? [] : [{ telegram: chat }, { "registrar.telegram": chat }]),
  ];
  return ways.length ? { $or: ways } : undefined;
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
    ...(without(kept, "messageId") as Kept),
    _id: `dlv:${String(kept["notice"])}:${artisan}`,
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
