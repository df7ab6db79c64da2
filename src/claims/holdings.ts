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

/** Codes of records that somebody else registered, and the accounts that tried them. */
export const claimHoldings: readonly Holding[] = [
  {
    collection: "claims",
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
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ _id: `claimer:${chat}` }]),
      ]),
    tell: (kept, { chat }) => (chatOf(kept) === chat ? { tries: kept["tries"] } : undefined),
    erase: () => REMOVE,
    traces: (kept) => [{ chat: chatOf(kept), since: dateOf(kept["until"]) }],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];
