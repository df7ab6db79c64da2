import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { mergeRecords } from "../../src/doubles/merge.ts";
import { undoMerge } from "../../src/doubles/undo-merge.ts";
import type { Holding } from "../../src/privacy/holding.ts";
import { HOLDINGS } from "../../src/privacy/holdings.ts";
import { type Kept, sealedValues, unsealed } from "../../src/privacy/sealed-values.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { beginAnew, twoOfRina } from "./pairs.ts";

/**
 * Every place that finds things by person, with one document of each kind there is: after a merge
 * nothing that shows to the person is lost, and an undo gives all of it back. A new place needs its
 * line here.
 */
const T = firstTraining.id;
const AT = new Date("2025-08-10T02:00:00Z");
const LATER = new Date("2025-08-11T02:00:00Z");
const OTHER = "artisan-somebody";
type Row = { _id: string } & Record<string, unknown>;
const delivery = (a: string, state: string, more = {}) => ({
  ...{ _id: `dlv:notice:one:${a}`, notice: "notice:one", artisan: a, planVersion: 1, state },
  ...{ lane: 1, seq: 0, nextAt: AT, notAfter: LATER, owner: "", until: AT, tries: 1, doubts: 0 },
  ...{ plain: false, endedAt: AT, ...more },
});
const survey = (a: string, rating: string) => ({
  ...{ _id: `srv:feedback:${T}:${a}`, training: T, artisan: a, form: "feedback", at: AT },
  ...{ taps: { "rate-content": rating }, comment: `"Kata ${rating}"` },
});
const receipt = (a: string, state: string, at: Date) => ({
  ...{ _id: `receipt:${T}:transport:${a}`, training: T, artisan: a, what: "transport", state, at },
});
const certificate = (a: string, code: string, state = "valid") => ({
  ...{ _id: `cert:${a}:${code}`, training: T, artisan: a, code, edition: 1, name: '"Rina"' },
  ...{ days: ["2025-08-22"], lessonHours: 8, issuedAt: AT, state },
});
const card = (a: string, chat: number) => ({
  ...{ _id: `card:${T}:${a}`, training: T, artisan: a, chat, message: 7, print: "p" },
  ...{ open: true, asked: false, until: AT },
});
const mark = (a: string, date: string) => ({
  ...{ _id: `mark:${T}:${a}:${date}`, training: T, artisan: a, date, road: "tick", by: 1 },
  ...{ as: "coordinator", at: AT },
});
const sharing = (id: string, a: string, guests: string[]) => ({
  ...{ _id: id, training: T, artisan: a, topic: "Bros", craft: "rajut", place: "Balai" },
  ...{ kecamatan: "36.04.19", seats: 9, date: "2025-09-01", time: "09:00", state: "planned" },
  ...{ madeAt: AT, guests },
});
const choice = (a: string, over: string[]) => ({
  ...{ _id: `choice:${T}:${a}:skip`, training: T, artisan: a, kind: "skip", by: 1, at: AT },
  ...{ reason: "Sudah pernah ikut", over },
});

/** One or more of the record that goes (`l`) and of the one that stays (`s`), by place. */
const SAMPLES: Record<string, (l: string, s: string, chat: number) => Row[]> = {
  drafts: (l, _s, chat) => [
    {
      ...{ _id: `survey:${chat}`, artisan: l, answers: { form: '"feedback"' }, asking: "" },
      ...{ offered: "", by: 1, expiresAt: LATER, nudgedAt: AT },
    },
  ],
  deliveries: (l, s) => [
    delivery(l, "sent", { sentAt: AT, readAt: AT, messageId: 4, chat: 77 }),
    { ...delivery(l, "byHand"), _id: `dlv:notice:two:${l}`, notice: "notice:two" },
    { ...delivery(s, "sent"), _id: `dlv:notice:two:${s}`, notice: "notice:two" },
    { ...delivery(l, "sending"), _id: `dlv:notice:three:${l}`, notice: "notice:three" },
  ],
  notices: (l) => [{ _id: "letter:one", to: [OTHER, l], cursor: "", state: "done" }],
  consents: (l) => [
    {
      ...{ _id: `consent:${l}:news:3`, artisan: l, what: "news", given: true, version: "1" },
      ...{ at: "2025", update: 3, until: LATER },
    },
  ],
  leaderships: (l) => [
    { _id: `leadership:x:${l}:1`, community: "x", artisan: l, since: AT, by: 1 },
  ],
  choices: (l, s) => [choice(l, [OTHER]), choice(s, [OTHER]), choice(OTHER, [l, s])],
  certificates: (l, s) => [certificate(l, "AAAA"), certificate(s, "BBBB")],
  marks: (l, s) => [mark(l, "2025-08-22"), mark(s, "2025-08-23")],
  presenceReceipts: (l) => [
    { _id: `receipt:${T}:${l}`, training: T, artisan: l, date: "2025-08-22", at: AT, by: 1 },
  ],
  surveys: (l, s) => [
    survey(l, "4"),
    survey(s, "5"),
    { ...survey(l, "3"), _id: `srv:month:${T}:${l}`, form: "month" },
  ],
  sharings: (l, s) => [sharing("shr:1", l, [OTHER]), sharing("shr:2", OTHER, [l, s])],
  plans: (l) => [{ _id: "plan:1", training: T, version: 2, at: AT, by: 1, told: [OTHER, l] }],
  receipts: (l, s) => [receipt(l, "received", AT), receipt(s, "notYet", LATER)],
  livingCards: (l, s) => [
    card(l, 71),
    card(s, 72),
    { ...card(l, 71), _id: `card:zwei:${l}`, training: "zwei" },
  ],
};
/** Whole merges of seats, communities and records are shown in `merge-steps.test.ts`. */
const SHOWN_THERE = ["communities", "trainings", "enrolments", "artisans", "doubles", "merges"];

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  await beginAnew(sanggar);
  for (const name of Object.keys(SAMPLES)) await sanggar.connection.collection(name).deleteMany({});
});

const rows = (name: string) => sanggar.connection.collection<Row>(name);

/** Puts the samples in, sealed as their place wants it. */
async function put(holding: Holding, kept: Row): Promise<void> {
  const copy = structuredClone<Kept>(kept);
  for (const { path, place, sealed } of sealedValues(holding, kept)) {
    const [name = "", field] = path.split(".");
    const value = sanggar.cipher.seal(place, sealed);
    if (field === undefined) copy[name] = value;
    else (copy[name] as Record<string, unknown>)[field] = value;
  }
  await rows(holding.collection).insertOne(copy);
}

async function opened(holding: Holding): Promise<Kept[]> {
  const found = await rows(holding.collection).find({}).sort({ _id: 1 }).toArray();
  return found.map((kept) => unsealed(holding, kept as Kept, sanggar.cipher));
}

const SAYS_OF_A_SECOND = new Set(["beside", "state", "open", "at"]);

/** What /datasaya would say, without what the merge itself says of a second one. */
const told = (holding: Holding, kept: readonly Kept[], artisan: string): string[] =>
  kept.flatMap((one) => {
    const entry = holding.tell(one, { artisan });
    const rest = Object.entries(entry ?? {}).filter(([name]) => !SAYS_OF_A_SECOND.has(name));
    return entry ? [JSON.stringify(rest)] : [];
  });

describe("a merge", () => {
  const byPerson = HOLDINGS.filter((holding) => holding.of({ artisan: "x" }) ?? holding.unites);

  it("says of every place that finds things by person what becomes of them", () => {
    expect(byPerson.filter(({ unites }) => !unites).map(({ collection }) => collection)).toEqual(
      [],
    );
    const shown = [...Object.keys(SAMPLES), ...SHOWN_THERE];
    const passing = byPerson.filter(({ unites }) => unites?.as !== "stays");
    expect(passing.map(({ collection }) => collection).sort()).toEqual(shown.sort());
  });

  it.each(Object.keys(SAMPLES))("passes %s on, loses nothing, and gives it back", async (name) => {
    const holding = byPerson.find(({ collection }) => collection === name);
    const { mine, other, rina, double } = await twoOfRina(sanggar);
    for (const kept of SAMPLES[name]?.(other.id, mine.id, rina.id) ?? [])
      await put(holding as Holding, kept);
    const before = await opened(holding as Holding);
    const shown = [other.id, mine.id]
      .flatMap((id) => told(holding as Holding, before, id))
      .map((entry) => entry.replace(other.id, mine.id));
    const done = await mergeRecords(double, 1, sanggar.services);
    if (!done.ok) throw new Error(done.reason);
    const merged = await opened(holding as Holding);
    expect(merged).toHaveLength(before.length);
    for (const kept of merged) expect(JSON.stringify({ ...kept, _id: "" })).not.toContain(other.id);
    const now = told(holding as Holding, merged, mine.id);
    expect(new Set(now)).toEqual(new Set(shown));
    await undoMerge(done.merge.id, sanggar.services);
    expect(await opened(holding as Holding)).toEqual(before);
  });

  it("counts a person once, whose two records both answered", async () => {
    const { mine, other, double } = await twoOfRina(sanggar);
    const of = (name: string) => HOLDINGS.find(({ collection }) => collection === name) as Holding;
    for (const name of ["surveys", "receipts", "certificates"])
      for (const kept of SAMPLES[name]?.(other.id, mine.id, 1) ?? []) await put(of(name), kept);
    const done = await mergeRecords(double, 1, sanggar.services);
    const { surveys, receipts, certificates } = sanggar.services;
    expect((await surveys.of(T)).map(({ form, artisan }) => [form, artisan])).toEqual([
      ["feedback", mine.id],
      ["month", mine.id],
    ]);
    expect((await surveys.one("feedback", T, mine.id))?.answers["rate-content"]).toBe("5");
    expect((await surveys.one("month", T, mine.id))?.answers.comment).toBe("Kata 3");
    expect(await receipts.of(T, "transport")).toMatchObject([{ artisan: mine.id, at: AT }]);
    expect((await certificates.byCode("AAAA"))?.state).toBe("replaced");
    expect((await certificates.byCode("BBBB"))?.state).toBe("valid");
    expect(done.ok).toBe(true);
  });

  it("taken back leaves what happened to a document since", async () => {
    const { mine, other, double } = await twoOfRina(sanggar);
    const holding = HOLDINGS.find(({ collection }) => collection === "sharings") as Holding;
    await put(holding, sharing("shr:1", other.id, [OTHER]));
    await put(holding, sharing("shr:2", OTHER, [other.id]));
    const done = await mergeRecords(double, 1, sanggar.services);
    if (!done.ok) throw new Error(done.reason);
    await sanggar.services.sharings.cancel("shr:1");
    const second = await sanggar.services.sharings.byId("shr:2");
    if (second) await sanggar.services.sharings.join(second, mine.id);
    if (second) await sanggar.services.sharings.join(second, "artisan-late");
    await undoMerge(done.merge.id, sanggar.services);
    expect(await sanggar.services.sharings.byId("shr:1")).toMatchObject({
      ...{ artisan: other.id, state: "cancelled" },
    });
    expect((await sanggar.services.sharings.byId("shr:2"))?.guests.sort()).toEqual(
      [other.id, "artisan-late"].sort(),
    );
  });
});
