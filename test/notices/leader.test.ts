import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { handleOf } from "../../src/notices/notice.ts";
import { reportOf } from "../../src/notices/report.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { coordinator, drafted, newest, pass, reader, sent } from "./kabar.ts";

const OWN = "manik-melati";

let sanggar: TestSanggar;
let bagus: TestPerson;
let wulan: TestPerson;
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.clock.freeze(true);
  bagus = await coordinator(sanggar);
  await sanggar.services.communities.seed({
    ...{ id: OWN, name: "Manik Melati", kecamatan: ["36.04.05"], state: "active" },
    ...{ leaders: [], invented: true },
  });
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "notices", "deliveries", "gates", "leases", "roles"])
    await sanggar.connection.collection(name).deleteMany({});
  sanggar.clock.set(new Date("2025-08-14T09:00:00+07:00"));
  await sanggar.services.settings.allowLeaderNotices(true);
  const since = { by: 0, since: new Date("2025-08-01") };
  await sanggar.services.roles.give({ telegram: bagus.id, role: "coordinator" }, since);
  ({ person: wulan } = await reader(sanggar, "Wulan", { community: OWN }));
  await sanggar.services.roles.give({ telegram: wulan.id, role: "leader", scope: OWN }, since);
});

const inbox = ({ id }: TestPerson) =>
  sanggar.standin.control
    .messages(id)
    .filter(({ from }) => from?.is_bot)
    .map(({ text }) => text ?? "");

describe("a leader", () => {
  it("may not, until the setting is on", async () => {
    await sanggar.services.settings.allowLeaderNotices(false);
    expect((await wulan.says("/kabar")).text).toContain("petugas yang berwenang");
    await sanggar.services.settings.allowLeaderNotices(true);
    expect((await wulan.says("/kabar")).text).toContain("Tulis kabar baru");
    await wulan.presses("Tulis kabar baru");
    await sanggar.services.settings.allowLeaderNotices(false);
    expect((await wulan.says("Kumpul besok")).text).toContain("petugas yang berwenang");
    expect((await newest(sanggar)).content).toBeUndefined();
  });

  it("reaches the own community only, and it says whose message it is", async () => {
    const { person: rina } = await reader(sanggar, "Rina", { community: OWN });
    const { person: asep } = await reader(sanggar, "Asep", { community: "anyam-rukun" });
    await wulan.says("/kabar");
    await wulan.presses("Tulis kabar baru");
    const card = await wulan.says("Kumpul besok di rumah");
    expect(card.text).toContain("Lewat Telegram: 2 orang");
    expect(card.buttons).not.toContain("Komunitas");
    const messageId = card.messages.at(-1)?.id ?? 0;
    const handle = handleOf((await newest(sanggar)).id);
    for (const data of [
      `kb.t:${handle}:okom:1:anyam-rukun`,
      `kb.t:${handle}:okom:0:${OWN}`,
      `kb.part:${handle}:only:kom`,
    ])
      await wulan.presses({ messageId, data });
    await wulan.presses("Lanjut: pratinjau");
    await wulan.presses("Kirim sekarang");
    await pass(sanggar, 11);
    expect(inbox(rina).join()).toContain("– Wulan, ketua komunitas Manik Melati");
    expect(inbox(asep)).toEqual([]);
  });
});

describe("the gate", () => {
  const presses = (handle: string) => [
    ...["open", "back", "part", "t", "trained", "except", "content", "discard", "pre", "test"].map(
      (name) => `kb.${name}:${handle}`,
    ),
    `kb.part:${handle}:only:kec`,
    `kb.t:${handle}:okec:1:36.04.19`,
    `kb.names:${handle}:0`,
    `kb.go:${handle}:2:now`,
    ...["at", "undo", "pause", "goon", "stop", "fix", "remind"].map(
      (name) => `kb.${name}:${handle}`,
    ),
    `kb.fixgo:${handle}:1`,
    `kb.list:${handle}:unread:0`,
  ];
  const kept = async () =>
    Promise.all(
      ["notices", "deliveries"].map((name) =>
        sanggar.connection.collection(name).find({}).sort({ _id: 1 }).toArray(),
      ),
    );

  it(
    "lets no foreign notice be seen or touched, draft or sent, by leader, artisan or stranger",
    { timeout: 120_000 },
    async () => {
      const { person: rina } = await reader(sanggar, "Rina", { community: OWN });
      const stranger = sanggar.world.person("Orang");
      await sent(sanggar, bagus, "Rahasia kantor terkirim");
      const done = handleOf((await newest(sanggar)).id);
      sanggar.clock.set(new Date("2025-08-14T09:05:00+07:00"));
      await drafted(bagus, "Rahasia kantor konsep");
      const draft = handleOf((await newest(sanggar)).id);
      const before = await kept();
      for (const person of [wulan, rina, stranger]) {
        const messageId = (await person.says("/bantuan")).messages.at(-1)?.id ?? 0;
        const shown: string[] = [];
        for (const data of [
          ...presses(draft),
          ...presses(done),
          ...presses("unknown0"),
          "kb.new:",
        ]) {
          const seen = await person.presses({ messageId, data });
          shown.push(seen.text, seen.toast ?? "");
        }
        expect(shown.join("\n")).not.toContain("Rahasia");
        expect(await kept()).toEqual(before);
      }
      const lines = await sanggar.connection
        .collection("audit")
        .countDocuments({ result: "refused", what: /^notice\./ });
      expect(lines).toBeGreaterThan(100);
    },
  );

  it(
    "lets one coordinator go on with another's notice, and nothing with one that is not there",
    { timeout: 60_000 },
    async () => {
      const dewi = await coordinator(sanggar, "Dewi");
      await drafted(bagus, "Konsep bersama");
      const handle = handleOf((await newest(sanggar)).id);
      const messageId = (await dewi.says("/kabar")).messages.at(-1)?.id ?? 0;
      expect((await dewi.presses({ messageId, data: `kb.open:${handle}` })).text).toContain(
        "belum dikirim",
      );
      for (const data of presses("unknown0"))
        expect((await dewi.presses({ messageId, data })).toast).toContain("tidak berlaku");
    },
  );

  it("answers /kabar in a group with the way to the private chat only", async () => {
    await drafted(bagus, "Bukan untuk grup");
    const group = sanggar.world.group("Perajin");
    const { username } = (await sanggar.standin.control.state()).bot;
    const seen = await bagus.in(group).says(`/kabar@${username}`);
    expect(seen.text).toContain("percakapan pribadi");
  });
});

describe("a report", () => {
  it("is a plain value with totals by state and road, and a row for each person", async () => {
    await reader(sanggar, "Rina");
    await reader(sanggar, "Sumi", { unreachable: { reason: "blocked", at: new Date(0) } });
    await sent(sanggar, bagus, "Untuk lembar kerja");
    const report = await reportOf(await newest(sanggar), sanggar.services);
    expect(report).toMatchObject({
      ...{ total: 3, states: { sent: 2, byHand: 1 }, read: 0, doubted: 0 },
      roads: { telegram: 2, carrier: 1, none: 0, open: 0 },
    });
    expect(report.rows.map(({ state, reason }) => [state, reason]).sort()).toEqual([
      ["byHand", "unreachable"],
      ["sent", undefined],
      ["sent", undefined],
    ]);
  });
});
