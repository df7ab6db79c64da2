import {
  anyOf,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Holding,
  NOBODY,
  REMOVE,
} from "../privacy/holding.ts";
import { hoursBefore } from "../privacy/retention.ts";
import { CODE_MS } from "./claim.ts";

const issuedAt = (expiresAt: unknown) => new Date(dateOf(expiresAt).getTime() - CODE_MS);

/** Codes of records that somebody else registered, and the accounts asked about them. */
export const claimHoldings: readonly Holding[] = [
  {
    collection: "claims",
    // A code is worth what it was printed for: the record that stays gets one of its own.
    unites: { as: "stays" },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined
          ? []
          : ["registrar", "boundTo", "before.registrar.telegram"].map((path) => ({
              [path]: chat,
            }))),
      ]),
    tell: ({ artisan, state, expiresAt, boundAt }, whom) =>
      artisan === whom.artisan ? { state, expiresAt, boundAt } : undefined,
    erase: ({ artisan, registrar, boundTo, before }, whom) =>
      artisan === whom.artisan
        ? REMOVE
        : change(
            ...(registrar === whom.chat ? [{ $set: { registrar: NOBODY } }] : []),
            ...(before ? [{ $set: { "before.registrar.telegram": NOBODY } }] : []),
            ...(boundTo === whom.chat ? [{ $unset: { boundTo: 1 } }] : []),
          ),
    traces: ({ artisan, registrar, boundTo, boundAt, expiresAt }) => [
      { artisan: String(artisan), since: EPOCH },
      ...(registrar === NOBODY ? [] : [{ chat: Number(registrar), since: issuedAt(expiresAt) }]),
      ...(boundTo === undefined ? [] : [{ chat: Number(boundTo), since: dateOf(boundAt) }]),
    ],
  },
  {
    collection: "claimers",
    unites: { as: "stays" },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ _id: `claimer:${chat}` }]),
      ]),
    tell: (kept, { chat }) => (chatOf(kept) === chat ? { askedAt: kept["at"] } : undefined),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["at"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { at: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];
