import { describe, expect, it, onTestFinished } from "vitest";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "../privacy/rina.ts";
import { wib } from "../notices/office.ts";

/** Thursday, 14 August 2025. */
async function open(now = "2025-08-14 09:00"): Promise<TestSanggar> {
  const sanggar = await openSanggar({ now: wib(now) });
  onTestFinished(() => sanggar.close());
  return sanggar;
}

const NUDGE = "masih tersimpan dan tinggal sedikit lagi";
const DROPPED = "7 hari tidak dilanjutkan sudah kami hapus";

describe("a form that nobody goes on with", () => {
  it("is reminded of once after a day, with the way back", async () => {
    const sanggar = await open();
    const { person } = await askedFor("kecamatan", sanggar);
    await sanggar.world.moveTo(wib("2025-08-15 08:59"));
    expect(sanggar.world.copies(person, NUDGE)).toBe(0);
    await sanggar.world.moveTo(wib("2025-08-15 09:02"));
    await sanggar.world.moveTo(wib("2025-08-16 09:02"));
    expect(sanggar.world.copies(person, NUDGE)).toBe(1);
    expect((await person.presses("Lanjutkan isian")).text).toContain("kecamatan mana");
    await sanggar.world.moveTo(wib("2025-08-18 15:00"));
    expect(sanggar.world.copies(person, NUDGE), "one a draft").toBe(1);
  });

  it("is not spoken of at night, but in the next open hour", async () => {
    const sanggar = await open("2025-08-14 21:00");
    const { person } = await askedFor("kecamatan", sanggar);
    await sanggar.world.moveTo(wib("2025-08-15 22:00"));
    await sanggar.world.moveTo(wib("2025-08-16 06:59"));
    expect(sanggar.world.copies(person, NUDGE)).toBe(0);
    await sanggar.world.moveTo(wib("2025-08-16 07:00"));
    expect(sanggar.world.copies(person, NUDGE)).toBe(1);
  });

  it("is dropped after seven days, with a word and the way to begin anew", async () => {
    const sanggar = await open();
    const { person } = await askedFor("kecamatan", sanggar);
    await sanggar.world.moveTo(wib("2025-08-21 08:59"));
    expect(sanggar.world.copies(person, DROPPED)).toBe(0);
    await sanggar.world.moveTo(wib("2025-08-21 09:02"));
    await sanggar.world.moveTo(wib("2025-08-21 10:00"));
    expect(sanggar.world.copies(person, DROPPED)).toBe(1);
    expect(await sanggar.connection.collection("drafts").countDocuments()).toBe(0);
    expect((await person.presses("Daftar jadi perajin")).text).toContain("Sebelum mulai");
  });

  it("is not lost to those who go on in time", async () => {
    const sanggar = await open();
    const { person } = await askedFor("kecamatan", sanggar);
    await sanggar.world.moveTo(wib("2025-08-20 09:00"));
    await person.says("Petir");
    await sanggar.world.moveTo(wib("2025-08-26 10:00"));
    expect(sanggar.world.copies(person, DROPPED)).toBe(0);
    expect((await sanggar.services.drafts.read(person.id))?.answers.kecamatan).toBe("36.04.19");
  });

  it("of somebody who blocked the bot keeps nobody else from being told", async () => {
    const sanggar = await open();
    const { person: gone } = await askedFor("kecamatan", sanggar);
    const { person } = await askedFor("kecamatan", sanggar);
    await gone.blocks();
    await sanggar.world.moveTo(wib("2025-08-15 09:02"));
    expect(sanggar.world.copies(person, NUDGE)).toBe(1);
    await sanggar.world.moveTo(wib("2025-08-21 09:02"));
    expect(sanggar.world.copies(person, DROPPED)).toBe(1);
    expect(await sanggar.connection.collection("drafts").countDocuments()).toBe(0);
    expect(sanggar.output.join("")).not.toContain("job failed");
  });

  it("of changes of a record goes without a word: all answers are in the record", async () => {
    const sanggar = await open();
    const { person } = await registered("Rina Ubah", sanggar);
    await person.says("/ubah");
    const before = sanggar.standin.control.messages(person.id).length;
    await sanggar.world.moveTo(wib("2025-08-15 10:00"));
    await sanggar.world.moveTo(wib("2025-08-21 10:00"));
    expect(await sanggar.connection.collection("drafts").countDocuments()).toBe(0);
    expect(sanggar.standin.control.messages(person.id)).toHaveLength(before);
  });
});
