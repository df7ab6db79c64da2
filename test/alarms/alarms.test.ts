import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALARMS, type AlarmName, alarmsOf, type Signs } from "../../src/alarms/alarm.ts";
import { createWatch } from "../../src/alarms/watch.ts";
import { webhookTrouble } from "../../src/bot/webhook-trouble.ts";
import { createTexts, LANGUAGES } from "../../src/bot/language.ts";
import { createCounts } from "../../src/counts.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const MINUTE_MS = 60_000;
const GIB = 1024 ** 3;

const WELL: Signs = {
  ...{ inboxS: 0, parked: 0, deliveryS: 0, tickS: 0 },
  recent: { unauthorised: 0, conflicts: 0, lost: 0, refused: 0, faults: 0 },
};

describe("what rings", () => {
  const namesOf = (signs: Partial<Signs>) =>
    alarmsOf({ ...WELL, ...signs }).map(({ name }) => name);

  it("is nothing while all is well, and while nothing is known", () => {
    expect(namesOf({})).toEqual([]);
    expect(namesOf({ disk: { share: 0.5, bytes: 9 * GIB }, webhook: "", skewS: 1 })).toEqual([]);
  });

  it.each<[AlarmName, Partial<Signs>, Partial<Signs>]>([
    ["inbox", { inboxS: 600 }, { inboxS: 601 }],
    ["parked", { parked: 0 }, { parked: 1 }],
    ["delivery", { deliveryS: 900 }, { deliveryS: 901 }],
    ["tick", { tickS: 300 }, { tickS: 301 }],
    ["disk", { disk: { share: 0.06, bytes: 2 * GIB } }, { disk: { share: 0.04, bytes: 2 * GIB } }],
    ["disk", { disk: { share: 0.2, bytes: GIB } }, { disk: { share: 0.2, bytes: GIB - 1 } }],
    ["webhook", { webhook: "" }, { webhook: "Connection timed out" }],
    ["clock", { skewS: 5 }, { skewS: 6 }],
    ["registered", { registered: 300 }, { registered: 301 }],
    ["token", {}, { recent: { ...WELL.recent, unauthorised: 1 } }],
    ["conflict", {}, { recent: { ...WELL.recent, conflicts: 6 } }],
    ["database", {}, { recent: { ...WELL.recent, lost: 3 } }],
    ["refused", {}, { recent: { ...WELL.recent, refused: 51 } }],
    ["fault", {}, { recent: { ...WELL.recent, faults: 1 } }],
  ])("is %s past its bound, and not at it", (name, quiet, loud) => {
    expect(namesOf(quiet)).toEqual([]);
    expect(namesOf(loud)).toEqual([name]);
  });

  it.each(LANGUAGES)("says what to do, with its figures (%s)", (language) => {
    const speech = createTexts()[language];
    const values = {
      minutes: "12",
      count: "7",
      percent: "4",
      reason: "x",
      seconds: "9",
      number: "5",
    };
    for (const name of ALARMS) {
      const text = String(speech.html(`alarm-${name}`, values));
      expect(text, name).toMatch(/Yang harus dilakukan: |What to do: /);
      expect(text, name).not.toMatch(/[{}$]/);
    }
  });
});

describe("what Telegram says of the webhook", () => {
  const now = new Date("2025-08-14T09:00:00+07:00");
  const info = {
    url: "https://a.example/b",
    has_custom_certificate: false,
    pending_update_count: 0,
  };
  const ask = (change: object) =>
    webhookTrouble(
      { getWebhookInfo: () => Promise.resolve({ ...info, ...change }) },
      "https://a.example/b",
      { now: () => now },
    );
  const error = (secondsAgo: number) => ({
    last_error_date: now.getTime() / 1_000 - secondsAgo,
    last_error_message: "Connection refused",
  });

  it("is trouble while it is recent, or when the address is another one", async () => {
    expect(await ask({})).toBe("");
    expect(await ask(error(60))).toBe("Connection refused");
    expect(await ask(error(3_600))).toBe("");
    expect(await ask({ url: "" })).toContain("another address");
  });
});

describe("owners", () => {
  let sanggar: TestSanggar;
  let dewi: TestPerson;
  let tickS: number;
  let counts: ReturnType<typeof createCounts>;
  beforeEach(async () => {
    sanggar = await openSanggar();
    sanggar.clock.freeze(true);
    const { roles, clock } = sanggar.services;
    dewi = sanggar.world.person("Dewi");
    await dewi.starts();
    await roles.give({ telegram: dewi.id, role: "owner" }, { by: 0, since: clock.now() });
    tickS = 0;
    counts = createCounts();
  });
  afterEach(() => sanggar.close());

  /** A process of its own, with what it sees of its own. */
  function watch(tickAgeS = () => tickS) {
    return createWatch({
      ...{ services: sanggar.services, counts, tickAgeS },
      ask: {
        disk: () => Promise.resolve({ share: 0.5, bytes: 9 * GIB }),
        databaseTime: () => Promise.resolve(sanggar.clock.now()),
      },
    });
  }
  const later = (ms: number) => sanggar.clock.set(new Date(sanggar.clock.now().getTime() + ms));
  const alarmsIn = ({ messages }: Seen) =>
    messages.filter(({ text }) => text?.includes("⚠️")).map(({ text = "" }) => text);
  const told = async () => alarmsIn(await dewi.sees());

  it("are told once of what is wrong at two looks, with what to do", async () => {
    const { look } = watch();
    tickS = 420;
    await look();
    expect(await told(), "a moment of it is no alarm").toEqual([]);
    await look();
    const [text = "", ...more] = await told();
    expect(more).toEqual([]);
    expect(text).toContain("Sudah 7 menit pengingat tidak diperiksa.");
    expect(text).toContain("Yang harus dilakukan: mintalah teknisi menyalakan ulang program.");
    for (let minute = 0; minute < 30; minute += 1) {
      later(MINUTE_MS);
      await look();
    }
    expect(await told()).toEqual([]);
  });

  it("are told again after it ended and came back", async () => {
    const { look } = watch();
    const lookTwice = async () => {
      await look();
      await look();
    };
    tickS = 420;
    await lookTwice();
    expect(await told()).toHaveLength(1);
    tickS = 0;
    later(5 * MINUTE_MS);
    await look();
    tickS = 420;
    await lookTwice();
    expect(await told(), "five minutes of quiet are no end").toEqual([]);
    tickS = 0;
    later(11 * MINUTE_MS);
    await look();
    tickS = 420;
    await lookTwice();
    expect(await told()).toHaveLength(1);
  });

  it("are told once by several processes together, and after a restart", async () => {
    tickS = 420;
    const processes = [watch(), watch(), watch(() => 0)];
    for (let round = 0; round < 3; round += 1)
      await Promise.all(processes.map(({ look }) => look()));
    expect(await told()).toHaveLength(1);
    const restarted = watch();
    await restarted.look();
    await restarted.look();
    expect(await told()).toEqual([]);
  });

  it("are told later when Telegram did not take it, while it still rings", async () => {
    const { look } = watch();
    tickS = 420;
    const { gate } = sanggar.services;
    await gate.close(new Date(sanggar.clock.now().getTime() + MINUTE_MS));
    await look();
    await look();
    expect(await told(), "the gate is closed").toEqual([]);
    later(2 * MINUTE_MS);
    await look();
    expect(await told()).toHaveLength(1);
  });

  it("are told of updates that wait or were given up, and of what the gate refuses", async () => {
    const { look } = watch();
    const { inbox } = sanggar.services;
    const update = { update_id: 1, message: { chat: { id: 77 }, text: "x" } };
    await inbox.store([update as never]);
    later(12 * MINUTE_MS);
    for (let tries = 0; tries < 51; tries += 1) counts.count("refused", "export.run");
    await look();
    await look();
    const texts = (await told()).join("\n");
    expect(texts).toContain("sudah menunggu 12 menit");
    expect(texts).toContain("51 kali dalam sepuluh menit");
    await inbox.park(1);
    await look();
    await look();
    expect((await told()).join("\n")).toContain("1 pesan disisihkan");
    await inbox.remove(1);
  });

  it("are told that the audit is broken, once a break, by the night's job", async () => {
    const { audit } = sanggar.services;
    for (const what of ["role.list", "role.invite", "role.end"] as const)
      await audit.write({
        who: 1,
        as: "owner",
        what,
        whom: [],
        from: "private",
        result: "allowed",
      });
    const lines = sanggar.connection.collection<{ _id: number }>("audit");
    await lines.updateOne({ _id: 2 }, { $set: { result: "refused" } });
    const { look } = watch();
    for (const night of [15, 16, 17]) {
      sanggar.clock.set(new Date(`2025-08-${night}T03:01:00+07:00`));
      await sanggar.tick();
      await sanggar.tick();
      await look();
    }
    const texts = await told();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("Rantai catatan putus pada baris 2");
  });
});
