import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { demoCommunities } from "../../seeds/communities.ts";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { trainingHandle } from "../../src/trainings/training-handle.ts";
import { armCrashes } from "../../src/crash.ts";
import { presencesOf } from "../../src/attendance/mark.ts";
import { minuteOf, roomCode } from "../../src/attendance/room.ts";
import { packPress } from "../../src/bot/callback-data.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { Training } from "../../src/trainings/training.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

/**
 * The training of August 2025 from H-30 to H+90: 20 seats, 4 communities, 7 kecamatan; two who
 * drop out, a day that moves, one who blocks the bot, one without Telegram, and a crash.
 */
const KECAMATAN = [
  ...["36.04.30", "36.04.31", "36.04.05", "36.04.07"],
  ...["36.04.11", "36.04.34", "36.04.19"],
];
const NAMES =
  "Ani Bela Cici Dian Evi Fani Gita Hani Ika Juni Kiki Lia Mia Nia Oni Puji Qori Rina Sari Tuti Umi Vina Wati Yuni".split(
    " ",
  );
const tick = { version: "1", at: "2025-07-01T00:00:00.000Z", update: 1 };
const wib = (local: string) => new Date(`${local.replace(" ", "T")}:00+07:00`);

interface Guest {
  name: string;
  person: TestPerson;
  record: Artisan;
}

let sanggar: TestSanggar;
let bagus: TestPerson;
const leaders = new Map<string, TestPerson>();
const guests: Guest[] = [];
let withoutTelegram: Artisan;
let id = "";

beforeAll(async () => {
  sanggar = await openSanggar({ now: wib("2025-07-23 09:00") });
  const { services, world } = sanggar;
  const given = { by: 0, since: sanggar.clock.now() };
  bagus = world.person("Bagus");
  await bagus.starts();
  await services.roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  for (const community of demoCommunities) {
    await services.communities.seed({ ...community, leaders: [] });
    const leader = world.person(`Ketua ${community.name}`);
    await leader.starts();
    const name = `Ketua ${community.name}`;
    await addArtisan(sanggar, { telegram: leader.id, name, community: community.id });
    await services.roles.give({ telegram: leader.id, role: "leader", scope: community.id }, given);
    leaders.set(community.id, leader);
  }
  for (const [index, name] of NAMES.entries()) {
    const kecamatan = KECAMATAN[index % KECAMATAN.length] ?? "";
    const community = demoCommunities.find((one) => one.kecamatan.includes(kecamatan))?.id ?? "";
    const whose = { name: `${name} Contoh`, kecamatan, community };
    if (name === "Yuni") {
      withoutTelegram = await addUnclaimed(sanggar, whose);
      continue;
    }
    const person = world.person(name);
    await person.starts();
    const ticks = { news: tick, ...(name === "Ani" && { pionir: tick }) };
    const record = await addArtisan(sanggar, { telegram: person.id, ...whose, ticks });
    guests.push({ name, person, record });
  }
  const days = firstTraining.days.map((day) => ({
    ...day,
    date: day.date.replace("2025", "2024"),
  }));
  await services.trainings.add({ ...firstTraining, id: "bandung-2024", state: "archived", days });
});
afterAll(() => sanggar.close());

const guest = (name: string): Guest => {
  const found = guests.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const leaderOf = ({ community = "" }: Pick<Artisan, "community">): TestPerson => {
  const found = leaders.get(community);
  if (!found) throw new Error(`${community} has no leader`);
  return found;
};
const training = async (): Promise<Training> => {
  const found = await sanggar.services.trainings.byId(id);
  if (!found) throw new Error("there is no training");
  return found;
};
const stateOf = async (artisan: string) =>
  (await sanggar.services.enrolments.one(id, artisan))?.state;
const holders = async () => (await training()).seatHolders;
const press = (person: TestPerson, action: string, ...args: string[]) =>
  person.presses({ messageId: person.id === 0 ? 0 : 1, data: packPress(action, ...args) });

/** "22 Agu", as buttons name a day. */
const shortDay = (date: string) => `${Number(date.slice(8))} Agu`;

const waiting = ({ waitingList = [] }: Training) => waitingList;

/** The first of the sheet who is not chosen yet. */
async function picksNext() {
  const sheet = await press(bagus, "choose.sheet", id, "0");
  await bagus.presses(sheet.buttons.find((label) => /^\d+\. /.test(label)) ?? "");
  await bagus.presses("Pilih");
}

/** A button that may stand on a further page of its list. */
async function pressesListed(person: TestPerson, label: string) {
  for (;;) {
    const { messages } = person.screen();
    const shown = messages.at(-1)?.reply_markup?.inline_keyboard.flat() ?? [];
    if (shown.some(({ text }) => text === label)) return person.presses(label);
    const next = shown.find(({ text }) => text.startsWith("Berikutnya"));
    if (!next) throw new Error(`there is no button "${label}"`);
    await person.presses(next.text);
  }
}

describe("a training from H-30 to H+90", () => {
  it("is copied from the one before, chosen by people, and published", async () => {
    await bagus.says("/kelola");
    await bagus.presses("Salin dari yang lalu");
    await bagus.presses("1. Pelatihan Bros dan A…");
    await bagus.says("22-26 Agustus 2025");
    await bagus.presses("Ya, betul");
    await pressesListed(bagus, "✎ Cara masuk");
    await bagus.presses("2. Dipilih dinas");
    await bagus.presses("✓ Selesai");
    await bagus.presses("Lihat dan terbitkan");
    expect((await bagus.presses("Terbitkan")).text).toContain("sudah terbit");
    const [open] = await sanggar.services.managedTrainings.inStates(["open"]);
    id = open?.id ?? "";
    expect(open).toMatchObject({ admission: "selection", seats: 20, seatHolders: [] });
  });

  it("is wished for by 23 themselves, and by a leader for who has no Telegram", async () => {
    for (const { person } of guests) {
      await person.says("/pelatihan");
      await person.presses("1. Pelatihan Bros dan A…");
      expect((await person.presses("Saya berminat")).text).toContain("sudah kami catat");
    }
    const leader = leaderOf(withoutTelegram);
    await leader.says("/anggota");
    await leader.presses("Yuni Contoh");
    await leader.presses("Usulkan ke pelatihan");
    await leader.presses("Pelatihan Bros dan Akse…");
    expect(await sanggar.services.enrolments.of(id, ["interested"])).toHaveLength(24);
  });

  it("is given to twenty by turn, with a reason where somebody jumps", async () => {
    await sanggar.world.moveTo(wib("2025-08-01 09:00"));
    await press(bagus, "manage.moveYes", id, "selecting");
    await press(bagus, "choose.sheet", id, "0");
    await pressesListed(bagus, "24. Yuni Contoh");
    expect((await bagus.presses("Pilih")).text).toContain("masih ada 23 orang");
    const reason = "satu-satunya yang belum pernah terjangkau lewat Telegram";
    expect((await bagus.says(reason)).text).toContain("ditawari tempat");
    for (let picked = 1; picked < 23; picked += 1) await picksNext();
    expect(await holders()).toHaveLength(20);
    expect(await sanggar.services.enrolments.of(id, ["offered"])).toHaveLength(20);
    expect(waiting(await training()), "whom there is no seat for").toHaveLength(3);
    const left = guests.filter(({ record }) => record.name.startsWith("Wati"));
    const why = await press(left[0]?.person ?? bagus, "training.open", id);
    expect(why.text).toBeTruthy();
  });

  it("is accepted by nineteen, and by the leader's call for who has no Telegram", async () => {
    await sanggar.tick();
    for (const { person, record } of guests) {
      if ((await stateOf(record.id)) !== "offered") continue;
      expect((await person.presses("Bersedia")).text).toContain("menjadi milik Bapak/Ibu");
    }
    const leader = leaderOf(withoutTelegram);
    const yes = ["offer.for", "y", trainingHandle(id), withoutTelegram.id] as const;
    expect((await press(leader, ...yes)).text).toContain("Yuni Contoh");
    expect(await sanggar.services.enrolments.of(id, ["accepted"])).toHaveLength(20);
  });

  it("asks at H-7 who comes; who cannot frees the seat for the next who waits", async () => {
    await sanggar.world.moveTo(wib("2025-08-15 09:05"));
    const ani = guest("Ani");
    await ani.person.presses("Berhalangan");
    await ani.person.presses("Ya, saya berhalangan");
    expect(await stateOf(ani.record.id)).toBe("withdrawn");
    await sanggar.world.moveTo(wib("2025-08-15 09:40"));
    const [offered] = await sanggar.services.enrolments.of(id, ["offered"]);
    const next = guests.find(({ record }) => record.id === offered?.artisan);
    await next?.person.presses("Bersedia");
    expect(await holders()).toHaveLength(20);
    expect(await stateOf(next?.record.id ?? "")).toBe("accepted");
    // All but two of those who are left say that they come.
    for (const { person, record, name } of guests) {
      const isAsked = (await stateOf(record.id)) === "accepted" && record.id !== offered?.artisan;
      if (isAsked && name !== "Bela" && name !== "Cici") await person.presses("Hadir");
    }
    expect(await sanggar.services.enrolments.of(id, ["confirmed"])).toHaveLength(16);
  });

  it("moves its last day: all who were told learn what changed, once, despite a crash", async () => {
    await sanggar.world.moveTo(wib("2025-08-18 10:00"));
    const told = await holders();
    await press(bagus, "ubah.open", id);
    await bagus.presses("Hari");
    await bagus.presses("Sel, 26 Agu 2025");
    await bagus.says("27 Agustus");
    armCrashes((point) => {
      if (point !== "change-made") return;
      armCrashes(undefined);
      throw new Error("died here");
    });
    await bagus.presses("Kirim perubahan");
    armCrashes(undefined);
    await sanggar.world.moveTo(wib("2025-08-18 10:05"));
    expect((await training()).days.at(-1)?.date).toBe("2025-08-27");
    for (const { person, record } of guests) {
      const copies = sanggar.world.copies(person, "27 Agustus 2025");
      const reads = told.includes(record.id);
      if (reads) expect(sanggar.world.copies(person, "ada perubahan"), record.name).toBe(1);
      else expect(copies).toBeLessThanOrEqual(1);
    }
    for (const { person, record, name } of guests)
      if (told.includes(record.id) && name !== "Dian") await person.presses("Sudah baca");
    await press(bagus, "janji.open", id);
    expect((await bagus.presses("Belum baca")).text).toContain("Dian Contoh");
  });

  it("loses a second one by the leader's word, and fills that seat as well", async () => {
    await sanggar.world.moveTo(wib("2025-08-19 16:05"));
    const cici = guest("Cici");
    const leader = leaderOf(cici.record);
    await leader.says("/konfirmasi");
    let seen = leader.screen().messages.at(-1)?.text ?? "";
    while (!seen.includes("Cici Contoh")) seen = (await leader.presses("Orang berikutnya")).text;
    await leader.presses("Berhalangan");
    expect(await stateOf(cici.record.id)).toBe("withdrawn");
    await sanggar.world.moveTo(wib("2025-08-19 16:30"));
    const [offered] = await sanggar.services.enrolments.of(id, ["offered"]);
    await guests.find(({ record }) => record.id === offered?.artisan)?.person.presses("Bersedia");
    expect(await holders()).toHaveLength(20);
  });

  it("reaches who blocked the bot by their leader", async () => {
    const bela = guest("Bela");
    await bela.person.blocks();
    await sanggar.world.moveTo(wib("2025-08-21 16:30"));
    const eve = guest("Dian").person.screen().messages.at(-1);
    const asked = eve?.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(asked, "at H-1 as well").toEqual(expect.arrayContaining(["Hadir", "Berhalangan"]));
    const leader = leaderOf(bela.record);
    const list = await leader.says("/sampaikan");
    expect(list.text).toContain("Bela Contoh");
    expect(list.text).toContain("H-1");
  });

  it("knows who was there: by code, by tick, by card, and one presence for all three", async () => {
    const { services, world } = sanggar;
    const seated = await holders();
    const withoutBot = new Set([withoutTelegram.id, guest("Bela").record.id]);
    const expected: string[] = [];
    for (const { date, from } of (await training()).days) {
      await world.moveTo(new Date(wib(`${date} ${from}`).getTime() + 5 * 60_000));
      sanggar.clock.freeze(true);
      await bagus.says("/hadir");
      const shown = bagus.screen().messages.at(-1)?.reply_markup?.inline_keyboard.flat();
      const day = shown?.find(({ text }) => text.includes(shortDay(date)));
      await bagus.presses(day?.text ?? `the day ${date}`);
      await bagus.presses("Buka ruang");
      const room = await services.attendanceDays.of(id, date);
      const code = roomCode(services.attendanceDays.secretOf(room), minuteOf(sanggar.clock.now()));
      for (const artisan of seated) {
        const is = guests.find(({ record }) => record.id === artisan);
        // Dian is ill on the third day.
        if (is?.name === "Dian" && date === "2025-08-24") continue;
        expected.push(`${date} ${artisan}`);
        if (!is || withoutBot.has(artisan)) {
          const record = is?.record ?? withoutTelegram;
          await press(leaderOf(record), "att.tick", room.handle, artisan, "0");
        } else if (is.name === "Evi") {
          await bagus.starts(services.cards.payloadOf(artisan));
          await bagus.presses("✓ Pelatihan Bros dan Ak…");
          await is.person.says(code);
          await press(leaderOf(is.record), "att.tick", room.handle, artisan, "0");
        } else expect((await is.person.says(code)).text).toContain("sudah dicatat");
      }
      await press(bagus, "room.close", room.handle);
      await bagus.says(String(expected.filter((one) => one.startsWith(date)).length));
      sanggar.clock.freeze(false);
    }
    const presences = presencesOf(await services.marks.of(id));
    expect(presences.map(({ date, artisan }) => `${date} ${artisan}`)).toEqual(expected.sort());
    expect(presences).toHaveLength(99);
  });

  it("is closed, and asks what they thought; the means are shown from five on", async () => {
    await sanggar.world.moveTo(wib("2025-08-28 09:05"));
    await press(bagus, "manage.moveYes", id, "closed");
    expect((await training()).state).toBe("closed");
    const seated = await holders();
    const able = guests.filter(({ record, name }) => seated.includes(record.id) && name !== "Bela");
    for (const { person } of able.slice(0, 6)) {
      await person.presses("Isi kesan");
      for (let rating = 0; rating < 5; rating += 1) await person.presses("5 – baik sekali");
      await person.presses("Lewati");
      await person.presses("Sudah benar");
      await person.presses("✓ Kirim");
    }
    expect((await press(bagus, "sv.totals", id)).text).toContain("Materi: 5,0 dari 5");
  });

  it("is passed on: a session is promised, held, confirmed, and counted", async () => {
    const seated = await holders();
    const pioneer = guests.find(
      ({ name, record }) => seated.includes(record.id) && name !== "Bela",
    );
    if (!pioneer) throw new Error("nobody was there");
    const { person, record } = pioneer;
    await person.says("/berbagi");
    await person.presses("Saya mau berbagi ilmu");
    await person.presses("2. Membuat bros");
    await person.presses("2. Rajut & makrame");
    await person.says("10");
    await person.says("Balai Desa Sukamaju");
    await person.says("27 September");
    await person.presses("pukul 09.00 WIB");
    expect((await person.presses("✓ Kirim")).text).toContain("Rencana sudah kami catat");
    await sanggar.world.moveTo(wib("2025-09-29 10:00"));
    await person.presses("Ceritakan sesinya");
    for (const answer of ["8", "2"]) await person.says(answer);
    await person.presses("Lewati");
    await person.says("Semua membawa pulang satu bros.");
    await person.presses("✓ Kirim");
    await sanggar.tick();
    await leaderOf(record).presses("Lihat dan nyatakan");
    await leaderOf(record).presses("✓ Benar berlangsung");
    expect((await bagus.says("/berbagi")).text).toContain("Orang terjangkau: 10");
  });

  it("asks once more at H+90, and then no more; nobody was written to twice", async () => {
    await sanggar.world.moveTo(wib("2025-11-25 09:30"));
    const seated = await holders();
    const [first] = guests.filter(
      ({ name, record }) => seated.includes(record.id) && name !== "Bela",
    );
    await first?.person.presses("Jawab pertanyaan");
    expect(first?.person.screen()?.messages.at(-1)?.text).toContain("berbagi ilmu");
    const unsent = await sanggar.connection
      .collection("deliveries")
      .countDocuments({ state: { $in: ["ready", "sending", "unknown"] } });
    expect(unsent).toBe(0);
    const twice = await sanggar.connection.collection("deliveries").find().toArray();
    expect(new Set(twice.map(({ _id }) => String(_id))).size).toBe(twice.length);
    expect(sanggar.output.filter((line) => line.includes('"alarm"'))).toEqual([]);
  });
});
