import {
  anyOf,
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
  without,
} from "../privacy/holding.ts";
import { DRAFT_MS } from "./change-draft.ts";

/** Changes of plans, money received, and where the cards of participants lie. */
export const promiseHoldings: readonly Holding[] = [
  {
    // What was promised stays; whoever changed it, or was to be told, is not known there any more.
    collection: "plans",
    unites: { as: "named", fields: ["told"] },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ told: artisan }]),
        ...(chat === undefined ? [] : [{ by: chat }]),
      ]),
    tell: ({ training, version, at, by }, { chat }) =>
      chat !== undefined && by === chat ? { training, version, at } : undefined,
    erase: ({ told, by }, { artisan, chat }) =>
      change(
        ...((told as string[]).includes(artisan ?? "") ? [{ $pull: { told: artisan } }] : []),
        ...(by === chat ? [{ $set: { by: NOBODY } }] : []),
      ),
    traces: ({ told, by, at }) => [
      ...(told as string[]).map((artisan) => ({ artisan, since: EPOCH })),
      ...(by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    ],
  },
  {
    collection: "changeDrafts",
    of: byChat((chat) => ({ _id: `planDraft:${chat}` })),
    tell: (kept) => without(kept, "_id", "handle", "update"),
    erase: () => REMOVE,
    traces: (kept) => [
      { chat: chatOf(kept), since: new Date(dateOf(kept["until"]).getTime() - DRAFT_MS) },
    ],
    sweeps: ({ now }) => [{ filter: { until: { $lt: now } }, step: REMOVE }],
  },
  {
    // That somebody received it stays, as a number without a name.
    collection: "receipts",
    // Who has received it by either record has received it.
    unites: {
      as: "keyed",
      idFor: ({ training, what }, artisan) =>
        `receipt:${String(training)}:${String(what)}:${artisan}`,
      beside: () => ({ beside: true }),
      takes: (mine, { state, at }) =>
        mine["state"] !== "received" && state === "received" ? { state, at } : {},
    },
    of: byArtisan((artisan) => ({ artisan })),
    tell: (kept) => without(kept, "_id", "artisan"),
    erase: (kept, _whom, { token }) => {
      const { training, what } = kept;
      const artisan = nameless(token, String(training), String(kept["artisan"]));
      const _id = `receipt:${String(training)}:${String(what)}:${artisan}`;
      return { is: "replace", by: { ...kept, _id, artisan } };
    },
    traces: ({ artisan, at }) => [{ artisan: String(artisan), since: dateOf(at) }],
  },
  {
    collection: "livingCards",
    // It goes on where it lies; of two the one of the record that stays.
    unites: {
      as: "keyed",
      idFor: ({ training }, artisan) => `card:${String(training)}:${artisan}`,
      beside: () => ({ open: false }),
    },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ chat }]),
      ]),
    tell: ({ training }) => ({ training }),
    erase: () => REMOVE,
    traces: ({ artisan, chat }) => [{ artisan: String(artisan), chat: Number(chat), since: EPOCH }],
  },
];
