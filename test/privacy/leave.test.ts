import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "./rina.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
  await sanggar.services.trainings.add(firstTraining);
});
afterAll(() => sanggar.close());

const recordOf = (id: number) => sanggar.services.artisans.byTelegram(id);

describe("/jeda", () => {
  it("pauses notices, says so, and goes on by the button", async () => {
    const { person } = await registered("Rina Jeda", sanggar);
    const paused = await person.says("/jeda");
    expect(paused.text).toContain("pemberitahuan dijeda");
    expect(paused.text).toContain("berubah atau dibatalkan, tetap kami kabari");
    expect(paused.buttons).toEqual(["Lanjutkan kabar"]);
    const record = await recordOf(person.id);
    expect(record?.pausedAt).toBeInstanceOf(Date);
    expect(await sanggar.services.artisans.contacts([record?.id ?? ""])).toMatchObject([
      { noticesPaused: true },
    ]);
    const again = await person.presses("Lanjutkan kabar");
    expect(again.text).toContain("berjalan lagi");
    expect((await recordOf(person.id))?.pausedAt).toBeUndefined();
  });

  it("said twice is one pause, and keeps its first moment", async () => {
    const { person } = await registered("Rina Dua", sanggar);
    await person.says("/pause");
    const first = (await recordOf(person.id))?.pausedAt;
    await person.says("/jeda");
    expect((await recordOf(person.id))?.pausedAt).toEqual(first);
  });

  it("tells who is not registered how to begin", async () => {
    const person = sanggar.world.person("Tamu");
    expect((await person.says("/jeda")).text).toContain("belum terdaftar");
  });
});

describe("/hapus and /berhenti", () => {
  it.each(["/hapus", "/berhenti", "/stop", "/delete"])(
    "%s asks once, and No keeps all",
    async (said) => {
      const { person } = await registered(`Rina ${said.slice(1)}`, sanggar);
      const asked = await person.says(said);
      expect(asked.text).toContain("Hapus semua data Bapak/Ibu?");
      expect(asked.text).toContain("Dalam 7 hari masih bisa dibatalkan");
      expect(asked.buttons).toEqual(["Ya, hapus", "Jeda pemberitahuan", "Tidak jadi"]);
      expect((await person.presses("Tidak jadi")).text).toContain("tidak ada yang dihapus");
      expect((await recordOf(person.id))?.leaving).toBeUndefined();
    },
  );

  it("stops everything at once, gives up the seat, says when, and can be undone", async () => {
    const { person, artisan } = await registered("Rina Pergi", sanggar);
    await sanggar.services.trainings.takeSeat(firstTraining.id, artisan.id, sanggar.clock.now());
    await person.says("/hapus");
    const gone = await person.presses("Ya, hapus");
    expect(gone.text).toContain("akan dihapus pada Kamis, 21 Agustus 2025, pukul 09.");
    expect(gone.text).toContain(`dilepas di: ${firstTraining.title}`);
    expect(gone.buttons).toEqual(["Batalkan penghapusan"]);
    expect((await sanggar.services.trainings.byId(firstTraining.id))?.seatHolders).toEqual([]);
    expect(await sanggar.services.artisans.contacts([artisan.id])).toMatchObject([
      { noticesPaused: true },
    ]);

    expect((await person.starts()).buttons).toEqual(["Batalkan penghapusan"]);
    expect((await person.says("/profil")).buttons).toEqual(["Batalkan penghapusan"]);
    expect((await person.says("/hapus")).buttons).toEqual(["Batalkan penghapusan"]);
    const back = await person.presses("Batalkan penghapusan");
    expect(back.text).toContain("tidak jadi dihapus");
    expect((await recordOf(person.id))?.leaving).toBeUndefined();
    expect((await person.starts()).text).toContain("sudah terdaftar");
  });

  it("pressed again keeps the first time", async () => {
    const { person } = await registered("Rina Tekan", sanggar);
    const asked = await person.says("/hapus");
    const message = asked.messages.at(-1);
    const press = { messageId: message?.id ?? 0, data: "leave:yes" };
    await person.presses(press);
    const first = (await recordOf(person.id))?.leaving;
    await person.presses(press);
    expect((await recordOf(person.id))?.leaving).toEqual(first);
  });

  it("of a form only: asked once, then the answers are gone at once", async () => {
    const { person } = await askedFor("kecamatan", sanggar);
    expect((await person.says("/hapus")).text).toContain("Hapus isian Bapak/Ibu?");
    expect((await person.presses("Ya, hapus")).text).toContain("sudah dihapus");
    expect(await sanggar.services.drafts.read(person.id)).toBeUndefined();
    expect(await sanggar.dialogueLog(person.id)).not.toContain("registration");
    expect((await person.says("Petir")).text).not.toContain("Desa");
  });

  it("of somebody unknown: a kind sentence", async () => {
    const person = sanggar.world.person("Tamu");
    expect((await person.says("/hapus")).text).toContain("tidak ada yang perlu dihapus");
    expect((await person.says("/delete")).buttons).toEqual([]);
  });
});
