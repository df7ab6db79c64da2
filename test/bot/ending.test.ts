import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const LATE_MS = 16 * 60_000;

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

/** The person says it, and the bot hears of it that much later. */
async function heardLate(person: { id: number }, text: string, ms: number): Promise<void> {
  sanggar.standin.control.say({ person: person.id, text });
  sanggar.clock.set(new Date(sanggar.clock.now().getTime() + ms));
  await sanggar.standin.control.settle();
}

const lastOf = (person: { id: number }) =>
  sanggar.standin.control.messages(person.id).findLast(({ from }) => from?.is_bot)?.text;

describe("A15: a /batal that comes late", () => {
  it("asks again instead of ending the form of today, and a button does it", async () => {
    const { person } = await askedFor("name", sanggar);
    await heardLate(person, "/batal", LATE_MS);
    expect(lastOf(person)).toContain("/batal dari Bapak/Ibu baru sampai sekarang");
    expect((await person.says("Siti Aminah")).text).toContain("kecamatan");
    const seen = await person.presses("Ya, jalankan");
    expect(seen.text).toContain("pengisian dihentikan");
    expect((await person.says("halo")).text).toContain("Lanjutkan?");
    const buttons = sanggar.standin.control.messages(person.id).flatMap((message) => {
      return (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
    });
    expect(buttons).not.toContain("Ya, jalankan");
  });

  it("acts at once when it is fifteen minutes old or younger", async () => {
    const { person } = await askedFor("name", sanggar);
    await heardLate(person, "/cancel", LATE_MS - 90_000);
    expect(lastOf(person)).toContain("pengisian dihentikan");
  });

  it("among 200 updates of three hours ago is asked about, and all the others are handled", async () => {
    const { person } = await askedFor("name", sanggar);
    const { control } = sanggar.standin;
    for (let at = 0; at < 200; at += 1) {
      control.say({ person: person.id, text: at === 100 ? "/batal" : "/tentang" });
      sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 1_000));
    }
    sanggar.clock.set(new Date(sanggar.clock.now().getTime() + 3 * 3_600_000));
    await control.settle();
    expect(sanggar.world.copies(person, "baru sampai sekarang")).toBe(1);
    expect(sanggar.world.copies(person, "dijalankan oleh")).toBe(199);
    expect((await person.says("Siti Aminah")).text).toContain("kecamatan");
  });
});
