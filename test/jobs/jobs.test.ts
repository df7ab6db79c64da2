import { describe, expect, it, vi } from "vitest";
import { createJobs } from "../../src/jobs/jobs.ts";
import { openOffice, wib } from "../notices/office.ts";

describe("the jobs", () => {
  it("catch up with their first tick, and stop with nothing left in hand", async () => {
    const office = await openOffice("2025-08-14 09:00");
    const rina = await office.participant("Rina");
    office.moveTo("2025-08-15 10:00");
    let ms = 0;
    const jobs = createJobs(office.start(), { inFlight: 8, elapsed: { now: () => ms } });
    ms = 90_000;
    expect(jobs.tickAgeS()).toBe(90);
    await jobs.start();
    expect(office.inbox(rina)).toHaveLength(1);
    ms += 30_000;
    expect(jobs.tickAgeS()).toBe(30);
    await jobs.stop();
    office.moveTo("2025-08-21 16:00");
    await jobs.tick();
    expect(office.inbox(rina)).toHaveLength(1);
  });

  it("wait for calls in hand when they are stopped", async () => {
    const office = await openOffice("2025-08-14 09:00");
    const rina = await office.participant("Rina");
    office.moveTo("2025-08-15 10:00");
    office.world.fault({ method: "sendMessage", delay_ms: 300, delay: "before", times: 1 });
    const { jobs } = office.start();
    const ticking = jobs.tick();
    await office.called("sendMessage");
    await jobs.stop();
    expect(office.inbox(rina)).toHaveLength(1);
    expect(await office.ledger("H-7")).toEqual({ rina: "sent" });
    await ticking;
  });

  it("go on with the others when one fails, and call somebody", async () => {
    const office = await openOffice("2025-08-14 09:00");
    const rina = await office.participant("Rina");
    office.moveTo("2025-08-15 10:00");
    const services = office.start();
    await services.gate.close(wib("2025-08-15 10:01"));
    await services.jobs.tick();
    office.moveTo("2025-08-15 10:02");
    const broken = { ...services.trainings, announced: () => Promise.reject(new Error("away")) };
    await createJobs({ ...services, trainings: broken }, { inFlight: 1 }).tick();
    expect(office.inbox(rina)).toHaveLength(1);
    expect(office.output.join("")).toMatch(/alarm.*job failed|job failed.*alarm/);
  });

  it("give a tick up that hangs, so that the next one runs", async () => {
    const office = await openOffice("2025-08-14 09:00");
    const services = office.start();
    const hanging = { ...services.trainings, announced: () => new Promise<never>(() => {}) };
    const jobs = createJobs({ ...services, trainings: hanging }, { inFlight: 1 });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const ticking = jobs.tick();
      await vi.advanceTimersByTimeAsync(60_000);
      await ticking;
    } finally {
      vi.useRealTimers();
    }
    expect(office.output.join("")).toContain("tick hangs");
  });

  it("tell what comes next in words, and when", async () => {
    const office = await openOffice("2025-08-14 09:00");
    await office.participant("Rina");
    const { jobs } = office.start();
    const next = async (limit: number) =>
      (await jobs.upcoming(office.clock.now(), limit)).map(({ at, label }) => [at, label]);
    expect(await next(5)).toEqual([
      [wib("2025-08-15 09:00"), "Pengingat H-7: Pelatihan Bros dan Aksesori"],
      [wib("2025-08-19 09:00"), "Pengingat H-3: Pelatihan Bros dan Aksesori"],
      [wib("2025-08-20 16:00"), "Pengingat H-2: Pelatihan Bros dan Aksesori"],
      [wib("2025-08-21 16:00"), "Pengingat H-1: Pelatihan Bros dan Aksesori"],
      [wib("2025-08-22 06:30"), "Pengingat hari ke-1: Pelatihan Bros dan Aksesori"],
    ]);
    office.moveTo("2025-08-15 11:30"); // Friday: quiet until 13.30
    await jobs.tick();
    expect(await next(1)).toEqual([
      [wib("2025-08-15 13:30"), "Pengingat H-7: Pelatihan Bros dan Aksesori (1 kiriman menunggu)"],
    ]);
  });
});
