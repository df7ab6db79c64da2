import { describe, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { attendanceHoldings } from "../../src/attendance/holdings.ts";
import { RETENTION } from "../../src/privacy/retention.ts";
import { openSanggar } from "../support/sanggar.ts";

const CHAT = 5_000_123_456;
const LEADER = 5_000_654_321;

/** Rina was ticked by her leader, came in by code, and objected. */
async function marked() {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  const { services, clock } = sanggar;
  const at = clock.now();
  const own = { training: firstTraining.id, date: "2025-08-22", artisan: "rina", at };
  await services.marks.add({ ...own, road: "code", by: CHAT, as: "artisan" });
  await services.marks.add({
    ...own,
    road: "tick",
    by: LEADER,
    as: "leader",
    reason: "Rina hadir",
  });
  const receipt = await services.presenceReceipts.of({ ...own, road: "code", by: CHAT });
  await services.presenceReceipts.object(receipt, at);
  const all = async () =>
    JSON.stringify([
      await sanggar.connection.collection("marks").find().toArray(),
      await sanggar.connection.collection("presenceReceipts").find().toArray(),
    ]);
  return { sanggar, services, at, all };
}

describe("marks", () => {
  it("stay as numbers when their person is erased, and when their giver is", async () => {
    const { services, at, all } = await marked();
    const facts = { now: at, figures: RETENTION };
    for (let again = 0; again < 2; again += 1)
      for (const holding of attendanceHoldings)
        await services.holdings.erase(holding, { chat: LEADER }, facts);
    expect(await all()).not.toContain(String(LEADER));
    expect(await all()).toContain("rina");
    for (const holding of attendanceHoldings)
      await services.holdings.erase(holding, { artisan: "rina", chat: CHAT }, facts);
    expect(await all()).not.toMatch(new RegExp(`rina|Rina|${CHAT}`));
    expect(await services.marks.of(firstTraining.id)).toHaveLength(2);
    expect(await services.marks.presentIn(firstTraining.id)).toHaveLength(1);
  });

  it("lose their name after 60 months, once", async () => {
    const { services, at, all } = await marked();
    const sweep = async (months: number) => {
      const now = new Date(at);
      now.setUTCMonth(now.getUTCMonth() + months);
      let swept = 0;
      for (const holding of attendanceHoldings)
        swept += await services.holdings.sweep(holding, { now, figures: RETENTION });
      return swept;
    };
    expect(await sweep(59)).toBe(0);
    expect(await all()).toContain("rina");
    expect(await sweep(61)).toBe(3);
    expect(await all()).not.toMatch(/rina|Rina/);
    expect(await sweep(62)).toBe(0);
    expect(await services.marks.presentIn(firstTraining.id)).toHaveLength(1);
  });

  it("pass to the record that stays, and back, as often as it is done", async () => {
    const { services } = await marked();
    const own = await services.unitedMarks.of("rina");
    const names = async () =>
      (await services.marks.of(firstTraining.id)).map(({ artisan }) => artisan);
    for (const [from, to] of [
      ["rina", "rini"],
      ["rina", "rini"],
    ] as const)
      await services.unitedMarks.pass(own, from, to);
    expect(await names()).toEqual(["rini", "rini"]);
    await services.unitedMarks.pass(own, "rini", "rina");
    expect(await names()).toEqual(["rina", "rina"]);
    expect(await services.presenceReceipts.disputedIn(firstTraining.id)).toEqual(["rina"]);
  });
});
