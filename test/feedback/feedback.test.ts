import { describe, expect, it } from "vitest";
import { packPress } from "../../src/bot/callback-data.ts";
import type { SurveyForm } from "../../src/feedback/survey.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openOffice, participant, TRAINING, wasThere, wib } from "./after.ts";

/** A button of a card that is not there any more: buttons ask, they never grant. */
const opens = (person: TestPerson, form: SurveyForm) =>
  person.presses({ messageId: 1, data: packPress("sv.open", form, TRAINING) });

const AFTERWARDS = wib("2025-08-27 10:00");

/** The five taps, the words, the name, and the end. */
async function answersFeedback(person: TestPerson, tap: string, words = "Lewati") {
  await opens(person, "feedback");
  for (let rating = 0; rating < 5; rating += 1) await person.presses(tap);
  if (words === "Lewati") await person.presses(words);
  else await person.says(words);
  await person.presses("Sudah benar");
  return person.presses("✓ Kirim");
}

describe("feedback", () => {
  it("is five taps, words if one likes, and the name for the certificate", async () => {
    const { sanggar, services } = await openOffice();
    const { person, artisan } = await participant(sanggar, "Rina Contoh");
    await sanggar.world.moveTo(AFTERWARDS);
    await wasThere(sanggar, artisan.id);

    expect((await opens(person, "feedback")).text).toContain("Bagaimana materi pelatihannya?");
    expect((await person.says("6")).text).toContain("Ketik angka 1 sampai 5");
    await person.says("4");
    for (let rating = 1; rating < 5; rating += 1) await person.presses("5 – baik sekali");
    expect((await person.says("x")).text).toContain("terlalu pendek");
    const asked = await person.says("Waktunya kurang lama.");
    expect(asked.text).toContain("Nama di sertifikat nanti: Rina Contoh");
    expect((await person.says("R1na")).text).toContain("Nama tidak memakai angka");
    await person.says("Rina Wulandari");
    expect((await person.presses("✓ Kirim")).text).toContain("Terima kasih atas kesannya");

    expect(await services.surveys.one("feedback", TRAINING, artisan.id)).toMatchObject({
      answers: {
        ...{ "rate-content": "4", "rate-use": "5", comment: "Waktunya kurang lama." },
        certificateName: "Rina Wulandari",
      },
    });
    const stored = JSON.stringify(await sanggar.connection.collection("surveys").find().toArray());
    expect(stored).not.toContain("kurang lama");
    expect(stored).not.toContain("Wulandari");
    expect((await opens(person, "feedback")).text).toContain("sudah kami terima");
  });

  it("is for those who were there, and not before the last hour", async () => {
    const { sanggar } = await openOffice();
    const { person, artisan } = await participant(sanggar, "Rina Contoh");
    expect((await opens(person, "feedback")).text).toContain("peserta yang hadir");
    await wasThere(sanggar, artisan.id);
    await sanggar.world.moveTo(wib("2025-08-26 11:59"));
    expect((await opens(person, "feedback")).text).toContain("belum tiba");
    await sanggar.world.moveTo(wib("2025-08-26 12:00"));
    expect((await opens(person, "feedback")).text).toContain("materi");
  });

  it("goes on after /batal where it stopped", async () => {
    const { sanggar } = await openOffice();
    const { person, artisan } = await participant(sanggar, "Rina Contoh");
    await sanggar.world.moveTo(AFTERWARDS);
    await wasThere(sanggar, artisan.id);
    await opens(person, "feedback");
    await person.says("3");
    await person.says("/batal");
    expect((await opens(person, "feedback")).text).toContain("pelatihnya");
  });

  it("is shown to coordinators as means from five answers on, and words without names", async () => {
    const { sanggar, dewi } = await openOffice();
    const people = [];
    for (const name of ["Ani", "Bela", "Cici", "Dina", "Eka"])
      people.push(await participant(sanggar, `${name} Contoh`));
    await sanggar.world.moveTo(AFTERWARDS);
    for (const { artisan } of people) await wasThere(sanggar, artisan.id);
    for (const { person } of people.slice(0, 4)) await answersFeedback(person, "4 – baik");
    const totals = () => dewi.presses({ messageId: 1, data: packPress("sv.totals", TRAINING) });
    expect((await totals()).text).toContain("setelah lima jawaban");
    const last = people.at(-1);
    if (!last) throw new Error("there are five");
    await answersFeedback(last.person, "5 – baik sekali", "Pelatihnya sabar sekali.");
    expect((await totals()).text).toContain("Materi: 4,2 dari 5");
    const words = await dewi.presses("Baca pesan peserta");
    expect(words.text).toContain("Pelatihnya sabar sekali.");
    expect(words.text).not.toContain("Eka");
    const rina = people[0]?.person;
    const refused = await rina?.presses({ messageId: 1, data: packPress("sv.totals", TRAINING) });
    expect(refused?.text).not.toContain("Materi");
  });
});

describe("the test", () => {
  const QUESTIONS = [
    "Lem apa untuk manik kaca?\nLem kertas\n*Lem tembak",
    "Bahan bros?\n*Kain\nBatu bata\nPasir",
    "Harga dihitung dari?\n*Bahan dan waktu\nTebakan",
  ];

  it("is written by the office, taken before and after, and each sees the own result", async () => {
    const { sanggar, dewi } = await openOffice();
    const { person, artisan } = await participant(sanggar, "Rina Contoh");
    expect((await opens(person, "before")).text).toContain("tidak memakai soal");

    const quiz = packPress("sv.quiz", TRAINING);
    expect((await dewi.presses({ messageId: 1, data: quiz })).text).toContain("soal 1");
    expect((await dewi.says("Soal tanpa pilihan?")).text).toContain("Pilihannya belum ada");
    expect((await dewi.says("Mana?\nA\nB")).text).toContain("Beri tanda *");
    for (const question of QUESTIONS) await dewi.says(question);
    await dewi.presses("Lewati");
    await dewi.presses("Lewati");
    expect((await dewi.presses("✓ Kirim")).text).toContain("3 soal sudah disimpan");

    expect((await opens(person, "before")).text).toContain("Lem apa untuk manik kaca?");
    await person.presses("A");
    await person.says("a");
    await person.presses("B");
    expect((await person.presses("✓ Kirim")).text).toContain("benar: 1 dari 3");

    expect((await dewi.presses({ messageId: 1, data: quiz })).text).toContain("soal 4");
    await dewi.presses("Lewati");
    await dewi.presses("Lewati");
    expect((await dewi.presses("✓ Kirim")).text).toContain("sudah mulai diisi");

    await sanggar.world.moveTo(AFTERWARDS);
    await wasThere(sanggar, artisan.id);
    await opens(person, "after");
    await person.presses("B");
    await person.presses("A");
    await person.presses("A");
    const seen = await person.presses("✓ Kirim");
    expect(seen.text).toContain("benar: 3 dari 3. Sebelum pelatihan: 1 dari 3");
  });
});

describe("a month and three months later", () => {
  it("those are asked who allowed it, and a wish for help waits for the office", async () => {
    const { sanggar, dewi } = await openOffice();
    const tick = { version: "1", at: "2025-08-14T00:00:00.000Z", update: 1 };
    const pioneer = await participant(sanggar, "Rina Contoh", { ticks: { pionir: tick } });
    const other = await participant(sanggar, "Sumi Contoh");
    await sanggar.world.moveTo(wib("2025-09-25 09:30"));
    for (const { artisan } of [pioneer, other]) await wasThere(sanggar, artisan.id);

    expect((await opens(other.person, "month")).text).toContain("Tidak ada yang perlu diisi");
    await opens(pioneer.person, "month");
    await pioneer.person.presses("3. Butuh bantuan");
    await pioneer.person.presses("✓ Kirim");
    await dewi.says("/tugas");
    expect((await dewi.presses("Lihat yang minta bantuan")).text).toContain("Rina Contoh");
    expect((await dewi.presses("✓ Sudah dibantu")).text).toContain("Tidak ada lagi");

    await sanggar.world.moveTo(wib("2025-11-24 09:30"));
    expect((await opens(other.person, "quarter")).text).toContain("produk baru");
    await other.person.presses("1. Ada");
    await other.person.presses("2. Belum ada");
    await other.person.presses("1. Naik");
    expect((await other.person.presses("✓ Kirim")).text).toContain("tidak ada pertanyaan lagi");
  });
});
