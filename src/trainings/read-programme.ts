import { cleanLines, cleanText, graphemes, type Reading } from "../text.ts";
import type { Session } from "./training.ts";
import type { DayProgramme } from "./training-answers.ts";

export type ProgrammeProblem = "wrongCount" | "topic" | "noLessons" | "lessons";

const TOPIC = { least: 3, most: 100 };
const MOST_SESSIONS = 8;
/** Lesson hours of one session. */
const MOST_LESSONS = 12;
const FOR_DAY = /^(?:hari\s*(?:ke)?[\s-]*)?\d{1,2}\s*[.:)]\s*/i;
const LESSONS = /\s*[([]?\s*(\d{1,2})\s*JP\s*[)\]]?\s*$/i;

/**
 * Reads what each day is about, a line a day: "Membuat bros", or its sessions with their lesson
 * hours, "Memilih bahan (2 JP); Merangkai (4 JP)".
 *
 * Reasons: `wrongCount` not a line for each day; `topic` one is too short or long, or has an
 * address; `noLessons` some sessions of a day say JP and some do not; `lessons` not 1 to 12 JP.
 */
export function readProgramme(
  typed: string,
  days: number,
): Reading<DayProgramme[], ProgrammeProblem> {
  const lines = cleanLines(typed).split("\n");
  const said = lines.map((line) => line.replace(FOR_DAY, "")).filter((line) => line !== "");
  if (said.length !== days) return { ok: false, reason: "wrongCount" };
  const programme: DayProgramme[] = [];
  for (const line of said) {
    const read = readDay(line);
    if (!read.ok) return read;
    programme.push(read.value);
  }
  return { ok: true, value: programme };
}

function readDay(line: string): Reading<DayProgramme, ProgrammeProblem> {
  const parts = line.split(";").map(cleanText).filter(Boolean);
  const sessions = parts.map((part): Session => {
    const lessons = LESSONS.exec(part)?.[1];
    return { topic: part.replace(LESSONS, "").trim(), lessonHours: Number(lessons ?? 0) };
  });
  if (!sessions.length || sessions.length > MOST_SESSIONS || !sessions.every(hasGoodTopic))
    return { ok: false, reason: "topic" };
  const timed = parts.filter((part) => LESSONS.test(part)).length;
  if (timed === 0) return { ok: true, value: { topic: sessions.map(topicOf).join("; ") } };
  if (timed < parts.length) return { ok: false, reason: "noLessons" };
  return sessions.every(({ lessonHours }) => lessonHours >= 1 && lessonHours <= MOST_LESSONS)
    ? { ok: true, value: { sessions, topic: sessions.map(topicOf).join("; ") } }
    : { ok: false, reason: "lessons" };
}

const topicOf = ({ topic }: Session) => topic;

function hasGoodTopic({ topic }: Session): boolean {
  const signs = graphemes(topic);
  return signs >= TOPIC.least && signs <= TOPIC.most && !/[<>@]|:\/\//.test(topic);
}
