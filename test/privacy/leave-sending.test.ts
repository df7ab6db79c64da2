import { describe, expect, it } from "vitest";
import { createJobs } from "../../src/jobs/jobs.ts";
import { eraseSteps } from "../../src/privacy/erase.ts";
import { openOffice, type Process, wib } from "../notices/office.ts";

/** An office at 16.01 of H-1, with the reminder listed and not yet sent. */
async function onTheEve() {
  const office = await openOffice("2025-08-21 15:50", { plannedAt: wib("2025-08-21 15:40") });
  const rina = await office.participant("Rina");
  const sumi = await office.participant("Sumi");
  office.moveTo("2025-08-21 16:01");
  return { office, rina, sumi };
}

/** The same jobs, but for what happens after the claim of a delivery and before its guard. */
function betweenClaimAndCall(services: Process, does: () => Promise<unknown>) {
  const { notices } = services;
  const byId: typeof notices.byId = async (id) => {
    await does();
    return notices.byId(id);
  };
  return createJobs({ ...services, notices: { ...notices, byId } }, { inFlight: 1 });
}

describe("between the claim of a delivery and its call", () => {
  it.each([
    ["leave", { leaving: { since: wib("2025-08-21 16:01"), eraseAt: wib("2025-08-28 16:01") } }],
    ["pause", { pausedAt: wib("2025-08-21 16:01") }],
  ])("whoever asked to %s is sent nothing", async (_, change) => {
    const { office, rina, sumi } = await onTheEve();
    const services = office.start();
    const jobs = betweenClaimAndCall(services, () =>
      services.artisans.change({ id: "rina", version: 1 }, change),
    );
    await jobs.tick();
    expect(office.inbox(rina)).toEqual([]);
    expect(office.inbox(sumi)).toHaveLength(1);
    expect(await office.ledger("H-1")).toEqual({ rina: "cancelled paused", sumi: "sent" });
  });

  it("whoever was erased is sent nothing", async () => {
    const { office, rina, sumi } = await onTheEve();
    const services = office.start();
    const [recordLast] = eraseSteps({ artisan: "rina" }, services).slice(-1);
    const jobs = betweenClaimAndCall(services, () => recordLast?.run() ?? Promise.resolve());
    await jobs.tick();
    expect(office.inbox(rina)).toEqual([]);
    expect(office.inbox(sumi)).toHaveLength(1);
    expect(await office.ledger("H-1")).toEqual({ rina: "cancelled erased", sumi: "sent" });
  });
});
