/** What is counted in this process since its start, each by one label. */
export type Counted =
  /** Calls to Telegram: method and status, such as "sendMessage 200"; "lost" where none came. */
  | "calls"
  /** Updates: handled, failed, parked. */
  | "updates"
  /** Deliveries: the state they came to. */
  | "deliveries"
  /** What the gate refused: the action. */
  | "refused"
  /** Alarms in the log: the event. */
  | "alarms"
  /** What Telegram posted to the webhook: the status it was answered with. */
  | "posts"
  /** The connection to the database: lost. */
  | "database";

/** Plain figures; never a person's id in a label. */
export type Count = (what: Counted, label: string) => void;

export type Counts = ReturnType<typeof createCounts>;

export function createCounts() {
  const all = new Map<Counted, Map<string, number>>();
  const of = (what: Counted): ReadonlyMap<string, number> => all.get(what) ?? new Map();

  const count: Count = (what, label) => {
    const counted = all.get(what) ?? new Map<string, number>();
    counted.set(label, (counted.get(label) ?? 0) + 1);
    all.set(what, counted);
  };

  return {
    count,
    /** By label. */
    of,
    /** Of all labels that match. */
    sum: (what: Counted, labels = /./): number =>
      [...of(what)].reduce((sum, [label, times]) => sum + (labels.test(label) ? times : 0), 0),
  };
}
