import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { calendarFile } from "../../src/papers/calendar-file.ts";
import { createTexts } from "../../src/bot/language.ts";
import { trainingEvents } from "../../src/promises/training-calendar.ts";
import { at, openPromises, training } from "./promising.ts";

type Field = Awaited<ReturnType<typeof openPromises>>;

async function opensCard({ rina }: Field) {
  await rina.says("/pelatihan");
  await rina.presses("1. Pelatihan Bros dan A…");
  return rina.presses("Kartu pelatihan saya");
}

const cards = ({ services }: Field) => services.livingCards.open();

describe("the living card", () => {
  it("is one message that always shows the next date, place, things to bring and the own state", async () => {
    const field = await openPromises();
    const { rina, sumi, bagus, opens, sanggar, world } = field;
    const card = await opensCard(field);
    expect(card.text).toContain("Status: ikut");
    expect(card.text).toContain("Jumat, 22 Agustus 2025, pukul 14.00–16.00 WIB");
    expect(card.text).toContain("Bawa: alat tulis");
    const [kept] = await cards(field);
    const calls = () => world.calls("editMessageText").length;
    const before = calls();
    await sanggar.tick();
    expect(calls(), "nothing changed, nothing is edited").toBe(before);

    await opens(bagus);
    await bagus.presses("Tempat");
    await bagus.presses("Semua hari");
    await bagus.says("Aula Dekranasda");
    await bagus.presses("Kirim perubahan");
    await sanggar.tick();
    const own = () => rina.screen().messages.find((one) => one.message_id === kept?.message)?.text;
    expect(own()).toContain("Tempat: Aula Dekranasda");

    await world.moveTo(at("2025-08-21 09:00"));
    expect(own()).toContain("besok, Jumat, 22 Agustus 2025");
    expect(own()).toContain("Siapkan malam ini: alat tulis");
    await world.moveTo(at("2025-08-22 17:00"));
    expect(own()).toContain("besok, Sabtu, 23 Agustus 2025");
    expect(own()).toContain("Hari ke-2 dari 5");
    await world.moveTo(at("2025-08-26 13:00"));
    expect(own()).toContain("sudah selesai");
    expect(await cards(field)).toEqual([]);
    expect(world.copies(rina, "Kartu Bapak/Ibu")).toBe(1);
    expect(world.copies(sumi, "Kartu Bapak/Ibu")).toBe(0);
  });

  it("comes with the seat, and leads back to itself when it is asked for again", async () => {
    const field = await openPromises();
    const { dewi, world } = field;
    await dewi.says("/pelatihan");
    await dewi.presses("1. Pelatihan Bros dan A…");
    const joined = await dewi.presses("Ikut");
    expect(joined.messages.map(({ text }) => text).join()).toContain("Kartu Bapak/Ibu Dewi");
    await dewi.presses("Lihat pelatihan");
    const again = await dewi.presses("Kartu pelatihan saya");
    expect(again.text).toContain("Ini kartu Bapak/Ibu");
    expect(world.copies(dewi, "Kartu Bapak/Ibu Dewi")).toBe(1);
    const [card] = await field.services.livingCards.open();
    const reply = again.messages.at(-1)?.message.reply_to_message?.message_id;
    expect(reply).toBe(card?.message);
  });

  it("is sent anew where the message is gone, and shows that the seat was given up", async () => {
    const field = await openPromises();
    const { rina, services, sanggar, world } = field;
    await opensCard(field);
    const [card] = await cards(field);
    await services.messenger.remove(rina.id, card?.message ?? 0);
    await services.enrolments.move({
      ...{ training, artisan: "rina", state: "confirmed", from: ["accepted", "offered"] },
      at: sanggar.clock.now(),
    });
    await sanggar.tick();
    expect(world.copies(rina, "Status: pasti hadir")).toBe(1);
    expect((await cards(field))[0]?.message).not.toBe(card?.message);
    await services.trainings.giveUpSeat(training, "rina", sanggar.clock.now());
    await sanggar.tick();
    expect(world.copies(rina, "Status: mundur")).toBe(1);
    expect(world.copies(rina, "Kartu Bapak/Ibu")).toBe(1);
  });

  it("says that the training is cancelled, and why", async () => {
    const field = await openPromises();
    const { bagus, opens, rina, sanggar, world } = field;
    await opensCard(field);
    await opens(bagus);
    await bagus.presses("Batalkan pelatihan");
    await bagus.says("gedungnya rusak karena gempa");
    await bagus.presses("Kirim pembatalan");
    await sanggar.tick();
    expect(world.copies(rina, "DIBATALKAN")).toBe(1);
    expect(await cards(field)).toEqual([]);
  });

  it("brings the list of things, the map and the calendar file", async () => {
    const field = await openPromises();
    const { rina, world } = field;
    await opensCard(field);
    expect((await rina.presses("Daftar bawaan")).text).toContain("• pakaian lima hari");
    await rina.presses("Peta tempat");
    expect(world.calls("sendVenue")[0]?.params).toMatchObject({ title: "UTC Dago Hotel" });
    const seen = await rina.presses("Simpan ke kalender");
    expect(seen.messages.at(-1)?.message.document?.file_name).toBe(
      "Jadwal - Pelatihan Bros dan Aksesori - 22 Agustus 2025.ics",
    );
  });
});

describe("the calendar file", () => {
  const plan = { ...firstTraining, seatHolders: [] };
  const read = (change = {}) => {
    const events = trainingEvents(createTexts().id, { ...plan, ...change });
    const text = calendarFile("Uji", events, plan.plannedAt).toString("utf8");
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  };

  it("has one event a day that another reader finds at the same instant, also at 00.30 WIB", () => {
    const days = [{ date: "2025-08-22", from: "00:30", until: "02:00" }, ...plan.days.slice(1)];
    const events = read({ days });
    expect(events).toHaveLength(5);
    expect(events[0]?.startDate.toJSDate()).toEqual(at("2025-08-22 00:30"));
    expect(events[0]?.endDate.toJSDate()).toEqual(at("2025-08-22 02:00"));
    expect(events[1]?.startDate.toJSDate()).toEqual(at("2025-08-23 09:00"));
    expect(events[0]?.location).toBe("UTC Dago Hotel, Kota Bandung");
  });

  it("keeps the name of each day while its number rises with the plan", () => {
    const [old, fresh] = [read(), read({ planVersion: 2, place: "Aula" })];
    expect(fresh.map(({ uid }) => uid)).toEqual(old.map(({ uid }) => uid));
    expect(new Set(old.map(({ uid }) => uid)).size).toBe(5);
    expect([old[0]?.sequence, fresh[0]?.sequence]).toEqual([1, 2]);
  });
});
