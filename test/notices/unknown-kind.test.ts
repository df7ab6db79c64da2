import { describe, expect, it } from "vitest";
import { connectDatabase } from "../../src/database.ts";
import { deliveryId } from "../../src/notices/delivery.ts";
import { runId } from "../../src/notices/notice.ts";
import { openOffice, wib } from "./office.ts";

/** The kind of a newer build, which was taken back before it was through with its notice. */
const NEWER = { kind: "greeting" };

/** A reminder of one recipient that is listed and waits, as far as it had come there. */
async function leftByANewerBuild(notice: object, delivery: object = {}) {
  const office = await openOffice("2025-08-21 15:50", { plannedAt: wib("2025-08-21 15:40") });
  const rina = await office.participant("Rina");
  office.moveTo("2025-08-21 16:01");
  office.world.fault({ method: "sendMessage", retry_after: 1, times: 1 });
  const process = office.start();
  await process.jobs.tick();
  const run = runId(office.training, 1, "H-1");
  await office.reset(run, { ...NEWER, ...notice });
  const connection = await connectDatabase(office.uri);
  const _id = deliveryId(run, "rina") as never;
  await connection.collection("deliveries").updateOne({ _id }, { $set: delivery });
  await connection.close();
  return { office, rina, run, ...process };
}

describe("a notice of a kind that only a newer build knows is left alone until that is back", () => {
  it.each([
    ["not yet listed", { state: "queued", isListed: false, cursor: "", listed: 0 }, {}],
    ["not yet sent", {}, {}],
    ["in a sender's hand when it died", {}, { state: "sending", until: new Date(0), doubts: 0 }],
  ])("%s", async (_how, notice, delivery) => {
    const { jobs, office, rina, run } = await leftByANewerBuild(notice, delivery);
    for (let tick = 0; tick < 5; tick += 1) {
      office.pass(61);
      await jobs.tick();
    }
    expect(office.inbox(rina)).toEqual([]);
    expect(await office.ledger("H-1")).toEqual({ rina: expect.stringMatching(/^ready/) as string });
    expect(office.output.filter((line) => line.includes('"alarm":true'))).toEqual([]);

    await office.reset(run, { kind: "reminder" });
    office.pass(31);
    await jobs.tick();
    expect(office.inbox(rina)).toHaveLength(1);
    expect(await office.ledger("H-1")).toMatchObject({
      rina: expect.stringMatching(/^sent/) as string,
    });
  });
});
