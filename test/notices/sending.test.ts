import { describe, expect, it } from "vitest";
import { type Delivery, deliveryId } from "../../src/notices/delivery.ts";
import { runId } from "../../src/notices/notice.ts";
import { openOffice, type Office, wib } from "./office.ts";

const eve = (office: Office, artisan: string) =>
  deliveryId(runId(office.training, 1, "H-1"), artisan);

/** An office at 16.01 of H-1, with the reminder listed and not yet sent. */
async function onTheEve(...names: string[]) {
  const office = await openOffice("2025-08-21 15:50", { plannedAt: wib("2025-08-21 15:40") });
  const people = [];
  for (const name of names) people.push(await office.participant(name));
  office.moveTo("2025-08-21 16:01");
  return { office, people };
}

describe("Telegram's answers", () => {
  it("blocked: the delivery ends, and the artisan is off the list until they write", async () => {
    const { office, people } = await onTheEve("Rina", "Sumi");
    const [rina] = people;
    await rina?.blocks();
    const { jobs, artisans } = office.start();
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "blocked blocked", sumi: "sent" });
    expect(await artisans.contacts(["rina"])).toMatchObject([{ reachable: false }]);
    office.moveTo("2025-08-22 07:01");
    await jobs.tick();
    expect(await office.ledger("hari-1")).toMatchObject({ rina: "byHand unreachable" });
  });

  it("never started: the delivery fails and the artisan needs a carrier", async () => {
    const { office } = await onTheEve();
    await office.participant("Rina", { started: false });
    await office.participant("Wati", { telegram: false });
    const { jobs, artisans } = office.start();
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({
      rina: "failed neverStarted",
      wati: "byHand noTelegram",
    });
    expect(await artisans.contacts(["rina"])).toMatchObject([{ reachable: false }]);
  });

  it("flood: the whole bot waits until then, and nothing counts as a doubt", async () => {
    const { office, people } = await onTheEve("Rina", "Sumi");
    office.world.fault({ method: "sendMessage", retry_after: 50, times: 1 });
    const { jobs } = office.start(1);
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "ready floodWait", sumi: "ready" });
    office.pass(49);
    await jobs.tick();
    expect(office.world.calls("sendMessage")).toHaveLength(1);
    office.pass(2);
    await jobs.tick();
    for (const person of people) expect(office.inbox(person)).toHaveLength(1);
  });

  it("flood beyond its use: it is never sent, and says so", async () => {
    const { office, people } = await onTheEve("Rina");
    office.world.fault({ method: "sendMessage", retry_after: 9 * 3_600, times: 1 });
    const { jobs } = office.start();
    await jobs.tick();
    office.moveTo("2025-08-22 00:30");
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "expired tooLate" });
    expect(people.map(office.inbox)).toEqual([[]]);
  });

  it("lost after it was taken: one copy more, marked as a doubt, and then never again", async () => {
    const { office, people } = await onTheEve("Rina");
    office.world.fault({ method: "sendMessage", reset: "after", times: 2 });
    const { jobs } = office.start();
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "ready doubt" });
    for (const seconds of [31, 31, 600]) {
      office.pass(seconds);
      await jobs.tick();
    }
    expect(await office.ledger("H-1")).toEqual({ rina: "unknown doubt" });
    expect(people.map((person) => office.inbox(person).length)).toEqual([2]);
  });

  it("a gateway's error page is a doubt too", async () => {
    const { office } = await onTheEve("Rina");
    office.world.fault({ method: "sendMessage", code: 502, body: "<html>nginx</html>", times: 1 });
    const { jobs } = office.start();
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "ready doubt" });
    office.pass(31);
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "sent doubt" });
  });

  it("formatting refused: once more as plain text", async () => {
    const { office, people } = await onTheEve("Rina & <Co>");
    const description = "Bad Request: can't parse entities: Unclosed start tag";
    office.world.fault({ method: "sendMessage", code: 400, description, times: 1 });
    await office.start().jobs.tick();
    const [text] = people.flatMap(office.inbox);
    expect(text).toContain("Bapak/Ibu Rina & <Co>, Pelatihan Bros dan Aksesori dimulai");
    expect(office.output.join("")).toContain("formatting refused");
  });

  it("token refused: everything waits and somebody is called", async () => {
    const { office, people } = await onTheEve("Rina", "Sumi");
    office.world.fault({ method: "sendMessage", code: 401, description: "Unauthorized", times: 1 });
    const { jobs } = office.start(1);
    await jobs.tick();
    expect(office.output.join("")).toContain("token refused");
    expect(office.world.calls("sendMessage")).toHaveLength(1);
    office.pass(301);
    await jobs.tick();
    for (const person of people) expect(office.inbox(person)).toHaveLength(1);
  });
});

describe("a sender that dies", () => {
  /** What a process does up to the moment it is killed. */
  async function claimAndDie(office: Office): Promise<Delivery | undefined> {
    const { deliveries, jobs } = office.start();
    const gate = office.start().gate;
    await gate.close(new Date(office.clock.now().getTime() + 1));
    await jobs.tick(); // lists the recipients, sends nothing
    office.pass(1);
    return deliveries.claimDue(eve(office, "rina"), office.clock.now());
  }

  it("between claim and record leaves a doubt: it is sent once by the next", async () => {
    const { office, people } = await onTheEve("Rina");
    expect(await claimAndDie(office)).toMatchObject({ state: "sending", tries: 1 });
    const { jobs } = office.start();
    office.pass(30);
    await jobs.tick();
    expect(people.flatMap(office.inbox)).toEqual([]);
    office.pass(31);
    await jobs.tick();
    expect(people.flatMap(office.inbox)).toHaveLength(1);
  });

  it("twice is given up as unknown, and shown", async () => {
    const { office, people } = await onTheEve("Rina");
    await claimAndDie(office);
    office.pass(61);
    await office.start().deliveries.claimAbandoned(eve(office, "rina"), office.clock.now());
    office.pass(61);
    await office.start().jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "unknown doubt" });
    expect(people.flatMap(office.inbox)).toEqual([]);
    expect(office.output.join("")).toContain("delivery unknown");
  });

  it("and wakes again cannot write over what the next one did", async () => {
    const { office } = await onTheEve("Rina");
    const { deliveries } = office.start();
    const claimed = await claimAndDie(office);
    office.pass(61);
    await office.start().jobs.tick();
    if (claimed)
      expect(await deliveries.record(claimed, { state: "failed" }, office.clock.now())).toBe(false);
    expect(await office.ledger("H-1")).toEqual({ rina: "sent" });
  });
});

describe("several processes", () => {
  it("send each message once", async () => {
    const { office, people } = await onTheEve("Rina", "Sumi", "Wati", "Asep");
    const processes = [office.start(), office.start(), office.start()];
    await Promise.all(processes.map(({ jobs }) => jobs.tick()));
    await Promise.all(processes.map(({ jobs }) => jobs.tick()));
    for (const person of people) expect(office.inbox(person)).toHaveLength(1);
  });
});

describe("right before the call", () => {
  it("a training cancelled meanwhile is not reminded of", async () => {
    const { office, people } = await onTheEve("Rina");
    office.moveTo("2025-08-21 17:31"); // quiet until 19.30
    const { jobs, trainings } = office.start();
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "ready quietHours" });
    await trainings.changePlan(office.training, 1, { state: "cancelled" }, office.clock.now());
    office.moveTo("2025-08-21 19:31");
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "superseded planChanged" });
    office.moveTo("2025-08-22 07:01");
    await jobs.tick();
    expect(people.flatMap(office.inbox)).toEqual([]);
  });

  it("a training moved meanwhile is reminded of by its new date only", async () => {
    const { office, people } = await onTheEve("Rina");
    office.moveTo("2025-08-21 17:31");
    const { jobs, trainings } = office.start();
    await jobs.tick();
    const days = [{ date: "2025-08-26", from: "09:00", until: "16:00" }];
    await trainings.changePlan(office.training, 1, { days }, office.clock.now());
    for (const moment of ["2025-08-21 19:31", "2025-08-22 08:01", "2025-08-25 16:00"]) {
      office.moveTo(moment);
      await jobs.tick();
    }
    expect(await office.ledger("H-1")).toEqual({ rina: "superseded planChanged" });
    expect(people.flatMap(office.inbox)).toMatchObject([
      expect.stringContaining("dimulai besok, Selasa, 26 Agustus 2025"),
    ]);
    // H-7 of the new plan was over before the plan was made: no one need hear of it.
    expect(await office.runs()).toMatchObject({ "2 H-7": "skipped", "2 H-1": "done" });
  });

  it("who gave the seat up meanwhile hears nothing more", async () => {
    const { office, people } = await onTheEve("Rina");
    office.moveTo("2025-08-21 17:31");
    const { jobs, trainings } = office.start();
    await jobs.tick();
    await trainings.giveUpSeat(office.training, "rina", office.clock.now());
    office.moveTo("2025-08-21 19:31");
    await jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "cancelled gaveUpSeat" });
    expect(people.flatMap(office.inbox)).toEqual([]);
  });
});

describe("a process that was down", () => {
  it("sends only the latest of what came due, and reports what died", async () => {
    const office = await openOffice("2025-08-14 12:00");
    const rina = await office.participant("Rina");
    office.moveTo("2025-08-22 07:30");
    const { jobs } = office.start();
    await jobs.tick();
    await jobs.tick();
    expect(office.inbox(rina)).toMatchObject([expect.stringContaining("hari ini")]);
    expect(await office.runs()).toEqual({
      "1 H-7": "expired",
      "1 H-3": "expired",
      "1 H-2": "expired",
      "1 H-1": "expired",
      "1 hari-1": "done",
    });
    expect(office.output.filter((line) => line.includes("reminder expired"))).toHaveLength(4);
    for (const rule of ["H-7", "H-2", "H-1"])
      expect(await office.ledger(rule), rule).toEqual({ rina: "expired tooLate" });
  });

  it("in the night finds nothing open before midnight, and sends nothing in the night", async () => {
    const { office, people } = await onTheEve("Rina");
    office.moveTo("2025-08-21 21:00");
    await office.start().jobs.tick();
    expect(await office.ledger("H-1")).toEqual({ rina: "expired quietHours" });
    expect(people.flatMap(office.inbox)).toEqual([]);
  });

  it("lists all, in batches, also those whom nobody can write to any more", async () => {
    const office = await openOffice("2025-08-21 15:50", { seats: 120 });
    const { trainings, jobs } = office.start();
    const many = Array.from({ length: 120 }, (_, n) => `perajin-${n}`);
    const joins = many.map((artisan) =>
      trainings.takeSeat(office.training, artisan, office.clock.now()),
    );
    await Promise.all(joins);
    office.moveTo("2025-08-21 16:01");
    await jobs.tick();
    const rows = await office.ledger("H-1");
    expect(Object.keys(rows).sort()).toEqual(many.sort());
    expect(new Set(Object.values(rows))).toEqual(new Set(["cancelled erased"]));
    expect(office.output.join("")).not.toContain("miscounted");
  });

  it("in the middle of listing: the next process lists the rest, nobody twice", async () => {
    const { office, people } = await onTheEve("Rina", "Sumi");
    const dead = office.start();
    const run = runId(office.training, 1, "H-1");
    await office.start().gate.close(wib("2025-08-21 16:02"));
    await dead.jobs.tick();
    // As if it had died after the rows of the first batch and before its cursor moved.
    await office.reset(run, { state: "expanding", cursor: "", listed: 0 });
    office.moveTo("2025-08-21 16:05");
    await office.start().jobs.tick();
    for (const person of people) expect(office.inbox(person)).toHaveLength(1);
  });
});
