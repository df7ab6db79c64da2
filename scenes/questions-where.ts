import { showTime } from "../src/dates.ts";
import { readTime } from "../src/read-date.ts";
import type { MapPoint } from "../src/trainings/training.ts";
import { readPoint } from "../src/trainings/read-point.ts";
import { readOwnWords } from "./own-words.ts";
import type { Ask, TrainingEnv } from "./questions-when.ts";
import type { Reading } from "./questions.ts";

type Words = "title" | "venue" | "hostCity" | "gatherPlace" | "travel" | "contact";

/** Signs that a text of the office's own may have. */
const LENGTH = { least: 3, most: 100 };

/** A question that is answered in the office's own words. */
export function inWords(field: Words, step: number, given: Partial<Ask> = {}): Ask {
  return {
    ...{ field, step },
    read: (typed, env) => readOwnWords(typed, LENGTH, env),
    show: ({ answers }) => answers[field] ?? "",
    ...given,
  };
}

export const title = inWords("title", 1);
export const venue = inWords("venue", 3);
export const hostCity = inWords("hostCity", 3);

export const point: Ask = {
  field: "point",
  step: 3,
  optional: true,
  readPoint: (found) => ({ is: "answer", value: found }),
  read(typed, { speech }) {
    const found = readPoint(typed);
    return found
      ? { is: "answer", value: found }
      : { is: "say", text: speech.html("plan-point-notAPoint") };
  },
  show: ({ answers }) => showPoint(answers.point),
};

const showPoint = (found: MapPoint | null | undefined) =>
  found ? `${found.latitude.toFixed(5)}, ${found.longitude.toFixed(5)}` : "";

export const away: Ask = {
  field: "away",
  step: 4,
  unnumbered: true,
  choices: ({ speech }) =>
    (["yes", "no"] as const).map((value) => ({ value, label: speech.plain(`plan-away-${value}`) })),
  show: ({ answers: { away: said = "no" }, speech }) => speech.plain(`plan-away-${said}`),
};

const ifAway = { onlyIf: (answers: { away?: string }) => answers.away === "yes" };

export const gatherPlace = inWords("gatherPlace", 4, ifAway);
export const gatherAt: Ask = {
  field: "gatherAt",
  step: 4,
  ...ifAway,
  read: readGatherAt,
  show: ({ answers, speech }) => showTime(answers.gatherAt ?? "", speech.language),
};

function readGatherAt(typed: string, { speech }: TrainingEnv): Reading {
  const read = readTime(typed);
  return read.ok
    ? { is: "answer", value: read.value }
    : { is: "say", text: speech.html(`plan-gatherAt-${read.reason}`) };
}

export const travel = inWords("travel", 4, { ...ifAway, optional: true });
export const contact = inWords("contact", 8);
