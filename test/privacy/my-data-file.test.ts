import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { createTexts } from "../../src/bot/language.ts";
import { myDataCard } from "../../src/privacy/my-data-card.ts";
import type { Seen } from "../../src/sandbox/telegram/client.ts";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "./rina.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
  await sanggar.services.trainings.add(firstTraining);
});
afterAll(() => sanggar.close());

type Told = Record<string, Record<string, unknown>[]>;

/** The file that was sent with what is seen. */
function fileOf({ messages }: Seen): { name: string; text: string; told: Told } {
  const document = messages.map(({ message }) => message.document).find((one) => one);
  const { bytes } = sanggar.standin.control.file(document?.file_id ?? "");
  const text = bytes.toString();
  return { name: document?.file_name ?? "", text, told: JSON.parse(text) as Told };
}

describe("/datasaya", () => {
  it("tells all that is kept in one message and one file, and nothing of anybody else", async () => {
    const rina = await registered("Rina Data", sanggar);
    const sumi = await registered("Sumi Lain", sanggar);
    const { trainings } = sanggar.services;
    for (const { artisan } of [rina, sumi])
      await trainings.takeSeat(firstTraining.id, artisan.id, sanggar.clock.now());
    await registered("Anak Rina", sanggar, {
      registrar: { telegram: rina.person.id, manner: "lisan" },
    });
    await sanggar.world.moveTo(new Date("2025-08-15T10:00:00+07:00"));
    await rina.person.says("/ubah");

    const seen = await rina.person.says("/datasaya");
    const [message] = seen.messages;
    const phone = rina.artisan.phone?.number ?? "";
    for (const words of [
      "Nama: Rina Data",
      "Kec. Petir",
      phone.replace("+62", "0").replace(/(\d{4})(\d{4})(\d{4})/, "$1-$2-$3"),
      "Tahun lahir: 1979",
      "Omzet sebulan: 1–3 juta",
      "Cara berjualan: Pasar, WhatsApp",
      "Persetujuan: ya, Kam, 14 Agu 2025 (teks 2026-11-24)",
      "Kabar pelatihan: Tidak",
      firstTraining.title,
      "terkirim: 1",
      "Yang melihat data Bapak/Ibu\nBelum ada.",
    ])
      expect(message?.text).toContain(words);
    expect(message?.text.length).toBeLessThanOrEqual(4_096);

    const { name, text, told } = fileOf(seen);
    expect(name).toBe("Data Saya - 15 Agustus 2025.json");
    expect(told["artisans"]).toMatchObject([
      { name: "Rina Data", phone: { number: phone, verified: true }, birthYear: 1979 },
    ]);
    expect(told["artisans"]).toHaveLength(1);
    expect(told["drafts"]).toMatchObject([{ _id: `change:${rina.person.id}` }]);
    expect(told["deliveries"]).toMatchObject([{ state: "sent" }]);
    expect(told["enrolments"]).toMatchObject([{ training: firstTraining.id, state: "accepted" }]);
    expect(told["trainings"]).toMatchObject([{ title: firstTraining.title }]);
    expect(told["views"]).toEqual([]);
    for (const other of ["Sumi", "Anak Rina", sumi.artisan.id, String(sumi.person.id)])
      expect(text).not.toContain(other);
  });

  it("tells who looked, newest first, in the message and in the file", async () => {
    const { artisan } = await registered("Rina Lihat", sanggar);
    const views = Array.from({ length: 7 }, (_, day) => ({
      who: `koordinator ${day}`,
      what: "nomor HP",
      at: new Date(`2025-08-0${day + 1}T03:00:00Z`),
    }));
    const { places } = sanggar.services;
    const data = { artisan, kept: {}, views };
    const { text } = myDataCard(createTexts().id, data, { places, community: undefined });
    expect(text).toContain("• Kam, 7 Agu 2025: koordinator 6 – nomor HP");
    expect(text).not.toContain("koordinator 1");
    expect(text).toContain("… dan 2 lagi");
  });

  it("stays within one message, however much is kept", async () => {
    const long = "ß&<".repeat(60);
    const { artisan } = await registered(`Rina ${long}`, sanggar, {
      id: "artisan-of-long",
      products: Array.from({ length: 5 }, () => long),
      teach: Array.from({ length: 3 }, () => long),
    });
    const many = Array.from({ length: 40 }, () => ({
      title: long,
      days: [{ date: "2025-08-22" }],
    }));
    const view = { who: long, what: long, at: new Date(0) };
    const data = { artisan, kept: { trainings: many }, views: Array(40).fill(view) as never };
    const { places } = sanggar.services;
    const card = myDataCard(createTexts().id, data, { places, community: long });
    const plain = card.text.replace(/<[^>]*>/g, "").replace(/&\w+;/g, "x");
    expect(plain.length).toBeLessThanOrEqual(4_096);
  });

  it("gives the answers of a form that was not sent, in the file", async () => {
    const { person } = await askedFor("kecamatan", sanggar);
    const seen = await person.says("/mydata");
    expect(seen.messages[0]?.text).toContain("Isian yang belum dikirim ada di dalam berkas");
    expect(fileOf(seen).told["drafts"]).toMatchObject([{ answers: { name: "Siti Aminah" } }]);
  });

  it("tells who is not registered that nothing is kept, without a file", async () => {
    const seen = await sanggar.world.person("Tamu").says("/datasaya");
    expect(seen.text).toContain("belum menyimpan pendaftaran");
    expect(seen.messages).toHaveLength(1);
  });
});
