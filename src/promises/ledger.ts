import type { Delivery } from "../notices/delivery.ts";
import { needsCarrier } from "../notices/carried.ts";
import { type Difference, differences } from "./differences.ts";
import type { PlanEntry } from "./plan-entry.ts";

/** Parts of a plan that people rely on, in the order of telling. */
export const PARTS = [
  "dates",
  "hours",
  "place",
  "point",
  "gathering",
  "travel",
  "bring",
  "transport",
  "lodging",
  "meals",
  "allowance",
  "certificate",
] as const;
export type Part = (typeof PARTS)[number];

/** By which plan a part was stated last, and how often it changed. */
export interface Stated {
  part: Part;
  /** The number of that plan; 0: the first one. */
  version: number;
  changes: number;
}

/** For each part of the plan, which change stated it as it is now. Entries oldest first. */
export function statedIn(entries: readonly PlanEntry[]): Stated[] {
  return PARTS.map((part) => {
    const touched = entries.filter(({ before, after }) =>
      differences(before, after).some((one) => partOf(one) === part),
    );
    return { part, version: touched.at(-1)?.version ?? 0, changes: touched.length };
  });
}

function partOf(difference: Difference): Part | undefined {
  switch (difference.what) {
    case "dates":
    case "date":
      return "dates";
    case "dayPlace":
      return "place";
    case "promise":
      return difference.promise;
    case "cancelled":
      return undefined;
    default:
      return difference.what;
  }
}

/** Who knows of a change, and who has not said so. */
export interface Readers {
  read: Delivery[];
  /** It came, or comes, by Telegram; they have not pressed the button. */
  unread: Delivery[];
  /** A person passes it on. */
  byHand: Delivery[];
}

/** The deliveries of a letter by what is known of their reader; who is gone is left out. */
export function readersOf(deliveries: readonly Delivery[]): Readers {
  const knows = ({ readAt, carried }: Delivery) =>
    readAt !== undefined || carried?.state === "told";
  const over = ({ state }: Delivery) => state === "cancelled" || state === "superseded";
  const open = deliveries.filter((one) => !knows(one) && !over(one));
  return {
    read: deliveries.filter(knows),
    unread: open.filter((one) => !needsCarrier(one.state)),
    byHand: open.filter((one) => needsCarrier(one.state)),
  };
}

/** Who can be asked by Telegram once more: they have the letter and have not said so. */
export function askable({ unread, byHand }: Readers): string[] {
  const left = byHand.filter(({ reason }) => reason === "unread");
  return [...unread.filter(({ state }) => state === "sent"), ...left].map(({ artisan }) => artisan);
}
