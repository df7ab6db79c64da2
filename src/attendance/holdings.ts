import {
  anyOf,
  byChat,
  change,
  chatOf,
  dateOf,
  type Facts,
  type Holding,
  nameless,
  NOBODY,
  REMOVE,
  type Step,
  type Sweep,
  without,
} from "../privacy/holding.ts";
import { hoursBefore, monthsBefore } from "../privacy/retention.ts";
import type { Kept } from "../privacy/sealed-values.ts";

/** What was typed may name its person: of who is gone no reason is kept. */
const UNSAID = "–";

type Voided = { by?: number; reason?: string };

/**
 * The presence stays as a number: nobody it speaks of is named any more. Its id is a digest of the
 * one before, so that two never become one.
 */
function withoutName(kept: Kept, collection: string, token: Facts["token"]): Step {
  const { training, artisan, voided, objection } = kept;
  const prefix = collection === "marks" ? "mark" : "receipt";
  return {
    is: "replace",
    by: {
      ...without(kept, "reason"),
      _id: `${prefix}:${nameless(token, collection, kept._id)}`,
      artisan: nameless(token, String(training), String(artisan)),
      by: NOBODY,
      nameless: true,
      ...(kept["handle"] !== undefined && {
        handle: nameless(token, "receipt", kept["handle"] as string),
      }),
      ...(voided !== undefined && {
        voided: { ...(voided as Voided), by: NOBODY, reason: UNSAID },
      }),
      ...(objection !== undefined && {
        objection: { ...without(objection as Kept, "reason"), settledBy: NOBODY },
      }),
    },
  };
}

/** Whoever gave or voided marks of others goes from them, also from their ids. */
function withoutStaff(kept: Kept, chat: number | undefined, token: Facts["token"]): Step {
  const { voided, by } = kept;
  const voider = (voided as Voided | undefined)?.by === chat;
  if (by !== chat) return change(...(voider ? [{ $set: { "voided.by": NOBODY } }] : []));
  const rest = voider ? { voided: { ...(voided as Voided), by: NOBODY } } : {};
  const _id = `mark:${nameless(token, "marks", kept._id)}`;
  return { is: "replace", by: { ...kept, ...rest, _id, by: NOBODY } };
}

const old =
  (collection: string) =>
  (facts: Facts): Sweep[] => [
    {
      filter: {
        at: { $lt: monthsBefore(facts.now, facts.figures.markMonths) },
        nameless: { $exists: false },
      },
      step: (kept) => withoutName(kept, collection, facts.token),
    },
  ];

const chats = (at: unknown, ...found: unknown[]) =>
  found
    .filter((one) => typeof one === "number" && one !== NOBODY)
    .map((chat) => ({ chat: Number(chat), since: dateOf(at) }));

const ways = (artisan: string | undefined, chat: number | undefined, ...fields: string[]) =>
  anyOf([
    ...(artisan === undefined ? [] : [{ artisan }]),
    ...(chat === undefined ? [] : fields.map((field) => ({ [field]: chat }))),
  ]);

/** Who was where on which day, and who says so. */
export const attendanceHoldings: readonly Holding[] = [
  {
    collection: "marks",
    unites: { as: "itself" },
    of: ({ artisan, chat }) => ways(artisan, chat, "by", "voided.by"),
    tell: (kept, { artisan }) => {
      if (kept["artisan"] !== artisan) return undefined;
      const { voided } = kept as { voided?: Kept };
      const shown = without(kept, "_id", "artisan", "by", "voided", "again");
      return voided ? { ...shown, voided: without(voided, "by") } : shown;
    },
    erase: (kept, { artisan, chat }, { token }) =>
      kept["artisan"] === artisan
        ? withoutName(kept, "marks", token)
        : withoutStaff(kept, chat, token),
    traces: ({ artisan, at, by, voided }) => [
      { artisan: String(artisan), since: dateOf(at) },
      ...chats(at, by, (voided as Voided | undefined)?.by),
    ],
    sweeps: old("marks"),
  },
  {
    collection: "presenceReceipts",
    unites: { as: "itself" },
    of: ({ artisan, chat }) => ways(artisan, chat, "by", "objection.settledBy"),
    tell: ({ artisan, training, date, at, objection }, whom) =>
      artisan === whom.artisan
        ? {
            ...{ training, date, at },
            ...(objection !== undefined && { objection: without(objection as Kept, "settledBy") }),
          }
        : undefined,
    erase: (kept, { artisan, chat }, { token }) => {
      if (kept["artisan"] === artisan) return withoutName(kept, "presenceReceipts", token);
      const { settledBy } = (kept["objection"] ?? {}) as { settledBy?: number };
      return change(
        ...(kept["by"] === chat ? [{ $set: { by: NOBODY } }] : []),
        ...(settledBy === chat ? [{ $set: { "objection.settledBy": NOBODY } }] : []),
      );
    },
    traces: ({ artisan, at, by, objection }) => [
      { artisan: String(artisan), since: dateOf(at) },
      ...chats(at, by, (objection as { settledBy?: number } | undefined)?.settledBy),
    ],
    sweeps: old("presenceReceipts"),
  },
  {
    // Only who of the staff ran the room: it is about a day, not about them.
    collection: "attendanceDays",
    of: byChat((chat) => ({ $or: STAFF.map((field) => ({ [field]: chat })) })),
    tell: () => undefined,
    erase: (kept, { chat }) =>
      change(
        ...STAFF.filter((field) => at(kept, field) === chat).map((field) => ({
          $set: { [field]: NOBODY },
        })),
      ),
    traces: (kept) => chats(kept["openedAt"], ...STAFF.map((field) => at(kept, field))),
  },
  {
    collection: "attendanceWaits",
    unites: { as: "stays" },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ _id: `waits:${chat}` }]),
      ]),
    tell: (kept, { chat }) => (chatOf(kept) === chat ? { step: kept["step"] } : undefined),
    erase: () => REMOVE,
    traces: (kept) => [
      { chat: chatOf(kept), since: dateOf(kept["until"]) },
      ...(kept["artisan"] === undefined
        ? []
        : [{ artisan: kept["artisan"] as string, since: dateOf(kept["until"]) }]),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];

const STAFF = ["openedBy", "countedBy", "settled.by", "shown.chat"];

function at(kept: Kept, path: string): unknown {
  const [name = "", field] = path.split(".");
  const value = kept[name];
  return field === undefined ? value : (value as Record<string, unknown> | undefined)?.[field];
}
