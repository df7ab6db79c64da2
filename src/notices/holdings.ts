import {
  anyOf,
  change,
  dateOf,
  EPOCH,
  type Facts,
  type Holding,
  nameless,
  NOBODY,
  REMOVE,
  STAY,
  type Trace,
  type Whom,
  without,
} from "../privacy/holding.ts";
import { daysBefore, monthsBefore } from "../privacy/retention.ts";
import type { Kept } from "../privacy/sealed-values.ts";
import type { Carried } from "./carried.ts";
import { staffId, staffOf } from "./delivery.ts";

/** What was sent to whom, and by whom. */
export const noticeHoldings: readonly Holding[] = [
  {
    collection: "deliveries",
    // Both were messages and count as such; what is still to be brought comes once.
    unites: {
      as: "keyed",
      idFor: ({ _id, notice }, artisan) =>
        `dlv:${String(notice)}:${artisan}${_id.endsWith(TOLD) ? TOLD : ""}`,
      mayMove: ({ state }) => state !== "sending",
      more: ({ after }, from, to) =>
        typeof after === "string" ? { after: after.replace(`:${from}`, `:${to}`) } : {},
      beside: ({ state, carried }) =>
        state === "ready" || (state === "byHand" && !carried) ? { state: "cancelled" } : {},
    },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined
          ? []
          : [{ "carried.by": chat }, { chat }, { artisan: staffId(chat) }]),
      ]),
    tell: (kept, whom) => (isSentTo(kept, whom) ? deliveryTold(kept) : undefined),
    // Whoever passed it on is no longer named there; that it was passed on stays.
    erase: (kept, whom, { token }) =>
      isSentTo(kept, whom)
        ? { is: "replace", by: anonymous(kept, token) }
        : change({ $set: { "carried.by": NOBODY } }),
    traces: ({ artisan, chat, carried }) => [
      staffOf(String(artisan)) === undefined
        ? { artisan: String(artisan), since: EPOCH }
        : { chat: Number(staffOf(String(artisan))), since: EPOCH },
      ...(typeof chat === "number" ? [{ chat, since: EPOCH }] : []),
      ...carrierOf(carried),
    ],
    sweeps: ({ now, figures }) => [
      { filter: { notAfter: { $lt: monthsBefore(now, figures.deliveryMonths) } }, step: REMOVE },
    ],
  },
  {
    // Who was listed last, which is needed while a notice is being listed; and who wrote, sent
    // or was asked: what the office told many stays, without them and their name under it.
    collection: "notices",
    unites: { as: "named", fields: ["to"] },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined
          ? []
          : [
              { cursor: artisan, state: { $nin: ["queued", "expanding", "paused"] } },
              { to: artisan },
            ]),
        ...(chat === undefined ? [] : STAFF_OF_NOTICE.map((path) => ({ [path]: chat }))),
      ]),
    tell: ({ author, state, content }, { chat }) =>
      chat !== undefined && author === chat ? { state, content } : undefined,
    erase: (kept, { artisan, chat }) =>
      change(
        ...(kept["cursor"] === artisan ? [{ $set: { cursor: "" } }] : []),
        ...(namedIn(kept).includes(artisan ?? "") ? [{ $pull: { to: artisan } }] : []),
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
      ...namedIn(kept).map((artisan) => ({ artisan, since: EPOCH })),
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
    // Files that went out to many, and speak of nobody whom the office knows.
    collection: "originals",
    of: () => undefined,
    tell: () => undefined,
    erase: () => STAY,
    traces: () => [],
    sweeps: ({ now }) => [
      { filter: { keptAt: { $lt: daysBefore(now, ORIGINAL_DAYS) } }, step: REMOVE },
    ],
  },
];

/** A second row of a person, that says that a first one was mended. */
const TOLD = ":told";

/** A notice may be planned 60 days ahead, and then waits for open hours. */
const ORIGINAL_DAYS = 90;

/** Artisans to whom a letter goes. */
const namedIn = ({ to }: Kept): string[] =>
  ((to ?? []) as string[]).filter((one) => staffOf(one) === undefined);

const STAFF_OF_NOTICE = ["author", "confirmedBy", "awaits.by", "progress.chat"];

/** Not only passed on by them. */
function isSentTo({ artisan, chat }: Kept, whom: Whom): boolean {
  if (artisan === whom.artisan) return true;
  return whom.chat !== undefined && (chat === whom.chat || artisan === staffId(whom.chat));
}

function deliveryTold({
  notice,
  state,
  reason,
  sentAt,
  readAt,
  carried,
}: Kept): Record<string, unknown> {
  const { state: passedOn, as, at, road, answer } = (carried ?? {}) as Partial<Carried>;
  const read = readAt instanceof Date && { readAt };
  return {
    notice,
    state,
    reason,
    sentAt,
    ...read,
    ...(passedOn && { passedOn, as, at, road, answer }),
  };
}

function carrierOf(carried: unknown): Trace[] {
  const { by, at } = (carried ?? {}) as Partial<Carried>;
  return by ? [{ chat: by, since: dateOf(at) }] : [];
}

/** What a count needs of a delivery, and nothing that leads to the person. */
function anonymous(kept: Kept, token: Facts["token"]): Kept {
  const artisan = nameless(token, String(kept["notice"]), String(kept["artisan"]));
  const open = kept["state"] === "ready" || kept["state"] === "sending";
  return {
    ...(without(kept, "messageId", "chat", "after") as Kept),
    _id: `dlv:${String(kept["notice"])}:${artisan}${kept["act"] === "tell" ? TOLD : ""}`,
    artisan,
    ...(open && { state: "cancelled", reason: "erased" }),
  };
}

/** A field of a part of a document. */
function at(kept: Kept, part: string, field: string): unknown {
  return (kept[part] as Record<string, unknown> | undefined)?.[field];
}
