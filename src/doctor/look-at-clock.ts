import { fault, type Finding, ok, unseen } from "./finding.ts";

const MOST_MS = 5_000;

/** How far the others are ahead of this machine, in milliseconds; undefined: not heard. */
export interface Ahead {
  telegram: number | undefined;
  database: number | undefined;
}

/** Leases and reminders bear a difference of 30 s; long before that somebody should look. */
export function lookAtClock({ telegram, database }: Ahead): Finding {
  const heard = Object.entries({ telegram, database }).filter(([, ms]) => ms !== undefined);
  if (!heard.length) return unseen("clock", "nobody to compare with");
  const off = heard.filter(([, ms = 0]) => Math.abs(ms) > MOST_MS);
  if (!off.length) return ok("clock", `as that of ${heard.map(([name]) => name).join(" and ")}`);
  const told = off.map(
    ([name, ms = 0]) => `${seconds(ms)} ${ms > 0 ? "behind" : "ahead of"} ${name}`,
  );
  return fault("clock", `it is ${told.join(", ")}.`, "Let chrony or systemd-timesyncd set it.");
}

const seconds = (ms: number) => `${Math.round(Math.abs(ms) / 1_000)} s`;
