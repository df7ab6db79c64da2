import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Readings } from "../alarms/readings.ts";
import type { Counted, Counts } from "../counts.ts";

/** What is counted, and what its label is called; the label of a call is cut at its spaces. */
const COUNTERS: Record<Counted, { help: string; labelNames: [string, ...string[]] }> = {
  calls: { help: "Calls to Telegram", labelNames: ["method", "status"] },
  updates: { help: "Updates by what became of them", labelNames: ["outcome"] },
  deliveries: { help: "Deliveries by the state they came to", labelNames: ["state"] },
  refused: { help: "What the gate refused", labelNames: ["action"] },
  alarms: { help: "Alarms in the log", labelNames: ["event"] },
  posts: { help: "What was posted to the webhook", labelNames: ["status"] },
  database: { help: "What happened to the connection to the database", labelNames: ["event"] },
};

const GAUGES = {
  inboxS: ["sanggar_inbox_oldest_seconds", "How long the oldest open update has waited"],
  parked: ["sanggar_inbox_parked", "Updates that were given up"],
  deliveryS: ["sanggar_delivery_late_seconds", "By how much the oldest due delivery is late"],
  gateS: ["sanggar_gate_closed_seconds", "How long nothing may go to Telegram yet"],
} as const satisfies Record<keyof Readings, readonly [string, string]>;

export interface MetricParts {
  counts: Counts;
  /** Undefined: the database does not answer. */
  readings: () => Promise<Readings | undefined>;
  tickAgeS: () => number;
}

/**
 * Figures for a monitor, in the text form of Prometheus. Each has a registry of its own, so that
 * two in one process are two. No label ever names a person.
 */
export function createMetrics({ counts, readings, tickAgeS }: MetricParts) {
  const registry = new Registry();
  // Event loop, memory, handles and collections of this process.
  collectDefaultMetrics({ register: registry });
  for (const what of Object.keys(COUNTERS) as Counted[]) addCounter(what, counts, registry);
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const tick = gauge("sanggar_tick_age_seconds", "Since a tick last came to its end");
  const database = gauge("sanggar_database_up", "Whether the database answers");
  const ofDatabase = Object.entries(GAUGES).map(
    ([name, [metric, help]]) => [name as keyof Readings, gauge(metric, help)] as const,
  );

  return {
    contentType: registry.contentType,

    async text(): Promise<string> {
      const read = await readings();
      tick.set(tickAgeS());
      database.set(read ? 1 : 0);
      // What is not known is not told, rather than told as it was.
      for (const [name, one] of ofDatabase) one.set(read?.[name] ?? NaN);
      return registry.metrics();
    },
  };
}

function addCounter(what: Counted, counts: Counts, registry: Registry): void {
  const { help, labelNames } = COUNTERS[what];
  new Counter({
    name: `sanggar_${what}_total`,
    help,
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      for (const [label, times] of counts.of(what)) {
        const parts = labelNames.length > 1 ? label.split(" ") : [label];
        this.inc(Object.fromEntries(labelNames.map((name, at) => [name, parts[at] ?? ""])), times);
      }
    },
  });
}
