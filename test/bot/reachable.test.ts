import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedFor, giveGoodAnswer } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const unreachable = async (person: number) =>
  (await sanggar.services.artisans.byTelegram(person))?.unreachable;

/** Telegram says of the next message to this person that they blocked the bot. */
function refuseNextMessage(chat_id: number): void {
  const description = "Forbidden: bot was blocked by the user";
  sanggar.world.fault({ method: "sendMessage", chat_id, times: 1, code: 403, description });
}

describe("who can be reached", () => {
  it("a block is noticed, and any message ends it", async () => {
    const { person } = await askedFor("review", sanggar);
    await giveGoodAnswer(person, "review");
    await person.blocks();
    expect(await unreachable(person.id)).toMatchObject({ reason: "blocked" });
    await person.unblocks();
    await person.says("/profil");
    expect(await unreachable(person.id)).toBeUndefined();
  });

  it("B5: a refused answer marks the artisan and is not tried again", async () => {
    const { person } = await askedFor("review", sanggar);
    await giveGoodAnswer(person, "review");
    refuseNextMessage(person.id);
    expect((await person.says("/profil")).messages).toEqual([]);
    expect(await unreachable(person.id)).toMatchObject({ reason: "blocked" });
    expect((await person.says("/profil")).text).toContain("Data Bapak/Ibu");
    expect(await unreachable(person.id)).toBeUndefined();
  });

  it("a refused question inside the form costs no answer", async () => {
    const { person } = await askedFor("name", sanggar);
    refuseNextMessage(person.id);
    expect((await person.says("Siti Aminah")).text).not.toContain("kecamatan");
    expect((await person.says("/daftar")).text).toContain("kecamatan mana");
  });
});
