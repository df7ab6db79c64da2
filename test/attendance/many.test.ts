import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { presencesOf } from "../../src/attendance/mark.ts";
import { addArtisan } from "../support/records.ts";
import { DAY, open } from "./field.ts";

const PEOPLE = 60;

describe("sixty participants in one minute", { timeout: 120_000 }, () => {
  it("by code, by tick and by card are sixty presences, each with one receipt", async () => {
    const field = await open();
    const { sanggar, services, world, clock, bagus, opensRoom, code, marks, day } = field;
    await sanggar.connection.collection("trainings").updateOne({}, { $set: { seats: 70 } });
    const people = Array.from({ length: PEOPLE }, (_, at) => {
      const id = `ibu-${String(at).padStart(2, "0")}`;
      return { id, at, person: world.person(`Ibu ${at}`) };
    });
    const since = new Date(clock.now().getTime() - 86_400_000);
    for (const { id, at, person } of people) {
      await addArtisan(sanggar, { id, telegram: person.id, name: `Ibu Contoh ${at}` });
      expect(await services.trainings.takeSeat(firstTraining.id, id, since)).toBe("joined");
    }
    await opensRoom();
    const digits = await code();
    await bagus.presses("Daftar hadir").catch(() => undefined);
    const { handle } = await day();
    const messageId = bagus.screen().messages.at(-1)?.message_id ?? 0;
    const { control } = sanggar.standin;
    // A busy machine answers sixty people later than a person would wait.
    control.settings({ settleMs: 60_000 });
    const wait = () => clock.set(new Date(clock.now().getTime() + 11_000));
    const third = (rest: number) => people.filter(({ at }) => at % 3 === rest);
    wait();
    // All of it is waiting when the bot looks: nobody sees the answer to another first. One person
    // is heard twenty times in ten seconds.
    for (const { person } of third(0)) control.say({ person: person.id, text: digits });
    for (const { id } of third(1)) {
      const data = `att.tick:${handle}:${id}:0`;
      control.press({ person: bagus.id, message_id: messageId, data, expired: false });
    }
    await control.settle();
    wait();
    for (const { id } of third(2))
      control.start({ person: bagus.id, payload: services.cards.payloadOf(id) });
    // Every second one of the rest comes by the code as well.
    for (const { at, person } of people)
      if (at % 3 !== 0 && at % 2 === 0) control.say({ person: person.id, text: digits });
    await control.settle();
    wait();
    const cards = bagus
      .screen()
      .messages.filter(({ text = "" }) => text.startsWith("Tandai hadir?"));
    expect(cards).toHaveLength(PEOPLE / 3);
    for (const { message_id, reply_markup } of cards) {
      const [button] = reply_markup?.inline_keyboard[0] ?? [];
      const data = button && "callback_data" in button ? button.callback_data : "";
      control.press({ person: bagus.id, message_id, data: data ?? "", expired: false });
    }
    await control.settle();
    wait();
    await sanggar.tick();
    const all = await marks();
    expect(all).toHaveLength(PEOPLE + PEOPLE / 3);
    expect(presencesOf(all)).toHaveLength(PEOPLE);
    expect(await sanggar.connection.collection("presenceReceipts").countDocuments()).toBe(PEOPLE);
    for (const { id, person } of people) expect(world.copies(person, "sudah dicatat"), id).toBe(1);
    await bagus.says("/hadir");
    const shown = await bagus.presses(`Jum, 22 Agu 2025 Pelati…`);
    expect(shown.text).toContain(`Tercatat hadir: ${PEOPLE} dari 64`);
    expect(DAY).toBe(all[0]?.date);
  });
});
