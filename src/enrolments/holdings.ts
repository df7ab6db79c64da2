import {
  anyOf,
  change,
  chatOf,
  dateOf,
  EPOCH,
  type Holding,
  nameless,
  NOBODY,
  REMOVE,
  without as beside,
} from "../privacy/holding.ts";
import { hoursBefore } from "../privacy/retention.ts";

/** What of it can say something of a person. */
const REDACTED = "–";

/** Who takes part in which training, and why somebody was chosen or not. */
export const enrolmentHoldings: readonly Holding[] = [
  {
    // What became of it stays as a number without a name; whoever brought others goes from them.
    collection: "enrolments",
    unites: { as: "itself" },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined
          ? []
          : [{ by: chat }, { "interest.by": chat }, { "answer.by": chat }]),
      ]),
    tell: (kept, whom) => {
      const { training, state, since, number, answerBy, reason, interest, answer, quiet } = kept;
      if (kept["artisan"] !== whom.artisan) return undefined;
      const told = { interest: toldOf(interest), ...(answer !== undefined && wordOf(answer)) };
      return { training, state, since, number, answerBy, reason, quiet, ...told };
    },
    erase: (kept, { artisan, chat }, { token }) => {
      const { training, by, interest, answer } = kept;
      const answeredBy = (answer as { by?: number } | undefined)?.by;
      const broughtBy = (interest as { by?: number } | undefined)?.by;
      const without = {
        ...(by !== undefined && by === chat && { by: NOBODY }),
        ...(broughtBy !== undefined &&
          broughtBy === chat && { interest: { ...(interest as object), by: NOBODY } }),
        ...(answeredBy !== undefined &&
          answeredBy === chat && { answer: { ...(answer as object), by: NOBODY } }),
      };
      if (kept["artisan"] !== artisan)
        return change(...(hasAny(without) ? [{ $set: without }] : []));
      const gone = nameless(token, String(training), String(artisan));
      return {
        is: "replace",
        by: {
          ...beside({ ...kept, ...without }, "reason", "answer"),
          _id: `enr:${String(training)}:${gone}`,
          artisan: gone,
        },
      };
    },
    traces: ({ artisan, by, since, interest, answer }) => {
      const answered = answer as { by?: number; at?: Date } | undefined;
      const brought = interest as { by?: number; at?: Date } | undefined;
      return [
        { artisan: String(artisan), since: EPOCH },
        ...(by === undefined || by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(since) }]),
        ...(brought?.by ? [{ chat: brought.by, since: dateOf(brought.at) }] : []),
        ...(answered?.by ? [{ chat: answered.by, since: dateOf(answered.at) }] : []),
      ];
    },
  },
  {
    // A reason may speak of its person: it goes with them; that there was one stays.
    collection: "choices",
    // Each reason was given about somebody, and stays in the list as it was given.
    unites: { as: "named", fields: ["artisan", "over"] },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }, { over: artisan }]),
        ...(chat === undefined ? [] : [{ by: chat }]),
      ]),
    tell: ({ artisan, training, kind, at, reason, over }, whom) => {
      if (artisan === whom.artisan) return { training, kind, at, reason };
      return (over as string[]).includes(whom.artisan ?? "") ? { training, at, reason } : undefined;
    },
    erase: (kept, { artisan, chat }, { token }) => {
      const { training, kind } = kept;
      const gone = nameless(token, String(training), String(artisan));
      const over = (kept["over"] as string[]).map((one) => (one === artisan ? gone : one));
      const by = kept["by"] === chat ? NOBODY : kept["by"];
      if (kept["artisan"] !== artisan) return change({ $set: { over, by } });
      const _id = `choice:${String(training)}:${gone}:${String(kind)}`;
      return { is: "replace", by: { ...kept, _id, artisan: gone, over, by, reason: REDACTED } };
    },
    traces: ({ artisan, over, by, at }) => [
      ...[String(artisan), ...(over as string[])].map((one) => ({ artisan: one, since: EPOCH })),
      ...(by === NOBODY ? [] : [{ chat: Number(by), since: dateOf(at) }]),
    ],
  },
  {
    collection: "choosers",
    unites: { as: "stays" },
    of: ({ artisan, chat }) =>
      anyOf([
        ...(artisan === undefined ? [] : [{ artisan }]),
        ...(chat === undefined ? [] : [{ _id: `chooser:${chat}` }]),
      ]),
    tell: (kept, { chat }) =>
      chatOf(kept) === chat ? { training: kept["training"], kind: kept["kind"] } : undefined,
    erase: () => REMOVE,
    traces: (kept) => [
      { chat: chatOf(kept), since: dateOf(kept["until"]) },
      { artisan: String(kept["artisan"]), since: EPOCH },
    ],
    sweeps: ({ now, figures }) => [
      { filter: { until: { $lt: hoursBefore(now, figures.claimerHours) } }, step: REMOVE },
    ],
  },
];

/** Who brought them is not named here. */
const toldOf = (interest: unknown) => {
  const { at, as } = (interest ?? {}) as { at?: Date; as?: string };
  return at && { at, as };
};

/** Who answered for them is not named here. */
function wordOf(answer: unknown) {
  const { word, as, at } = answer as Record<string, unknown>;
  return { answer: { word, as, at } };
}

const hasAny = (fields: object) => Object.keys(fields).length > 0;
