import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentParser, type Message } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { createTexts, LANGUAGES, type Language, type Values } from "../../src/bot/language.ts";
import { carriedWords, formsOf, NOTICE_MESSAGES } from "../../src/notices/notice-words.ts";
import { seedCalendar } from "../../seeds/holidays.ts";
import { remindersOf } from "../../src/trainings/reminder-rules.ts";
import { projectRoot } from "../../src/root.ts";
import { graphemes } from "../../src/text.ts";

const texts = createTexts();

function messages(language: Language): Message[] {
  const directory = join(projectRoot, "locales", language);
  return readdirSync(directory).flatMap((file) => {
    const text = readFileSync(join(directory, file), "utf8");
    const { body } = new FluentParser({}).parse(text);
    return body.filter((entry): entry is Message => entry.type === "Message");
  });
}

const values: Values = {
  name: "Siti Aminah",
  training: "Pelatihan Bros",
  when: "Jumat, 22 Agustus 2025",
  hours: "pukul 09.00–15.00 WIB",
  place: "UTC Dago Hotel, Kota Bandung",
  bring: "alat tulis",
  gathering: "langsung di tempat pelatihan",
  contact: "meja layanan",
  day: "5",
  days: "5",
  promises: "transport: bus dari kantor; makan: tiga kali sehari",
  until: "Mohon dijawab dalam tiga hari.",
  who: "ketua komunitas mengusulkan Bapak/Ibu",
  promise: "sesuai ketentuan",
  count: "3",
  date: "Jumat, 22 Agustus 2025",
  what: "mohon isi nomor HP",
  changes: "Semula Jumat, menjadi Sabtu.",
  topic: "membuat bros",
  office: "Diskoumperindag Kabupaten Serang",
  text: "Pameran dibuka Sabtu.",
  certificate: "AB2C-9QXY",
  code: "K3M-9QX",
  bot: "@sanggar_serang_bot",
};

describe.each(LANGUAGES)("every kind of notice in %s", (language) => {
  it.each(NOTICE_MESSAGES)("%s has a form for each of the three roads", (key) => {
    const message = messages(language).find(({ id }) => id.name === key);
    expect(message?.value).not.toBeNull();
    expect(message?.attributes.map(({ id }) => id.name)).toEqual(["whatsapp", "telepon"]);
  });

  it.each(NOTICE_MESSAGES)("%s: the text for WhatsApp ends with code and bot", (key) => {
    const { whatsapp, telepon } = formsOf(texts[language], key, values);
    const last = whatsapp.split("\n").at(-1);
    expect(last).toContain("K3M-9QX");
    expect(last).toContain("@sanggar_serang_bot");
    expect(telepon).not.toMatch(/[<>*]|K3M-9QX|\{/);
    expect(telepon.split(/[.?!] /).length).toBeLessThanOrEqual(3);
  });

  it.each(NOTICE_MESSAGES)("%s stays within 700 signs, whatever stands in it", (key) => {
    for (const name of Object.keys(values).filter((one) => one !== "code" && one !== "bot")) {
      const long = { ...values, [name]: "wah & <b>*panjang* ".repeat(120) };
      const { whatsapp, telepon } = formsOf(texts[language], key, long);
      expect(graphemes(whatsapp)).toBeLessThanOrEqual(700);
      expect(whatsapp.split("\n").at(-1)).toContain("K3M-9QX");
      expect(graphemes(telepon)).toBeLessThanOrEqual(400);
    }
  });
});

describe("what goes out beside Telegram", () => {
  it("is not escaped, and holds no sign that nobody sees and no bold but its own", () => {
    const { whatsapp } = formsOf(texts.id, "notice-announcement", {
      ...values,
      text: "Kain & <benang>\u0000\u202E\u200B\r\n*gratis* ~hari~ `ini`",
    });
    expect(whatsapp).toBe(
      [
        "Bapak/Ibu Siti Aminah, ada kabar dari *Diskoumperindag Kabupaten Serang*.",
        "Kain & <benang>",
        "gratis hari ini",
        "Kode K3M-9QX, bisa dicek di @sanggar_serang_bot.",
      ].join("\n"),
    );
  });

  it("writes the day out, so that it is true whenever it is read", () => {
    const training = { ...firstTraining, seatHolders: [] };
    for (const reminder of remindersOf(training, seedCalendar)) {
      const said = { name: "Siti Aminah", code: "K3M9QX", bot: "@sanggar_bot" };
      const { whatsapp, telepon } = carriedWords(
        texts.id,
        { is: "reminder", training, reminder },
        said,
      );
      expect(whatsapp + telepon).not.toMatch(/besok|hari ini/);
      // What comes afterwards speaks of no day.
      if (reminder.to === "present") continue;
      expect(whatsapp).toContain("Agustus 2025");
      expect(telepon).toContain("Agustus 2025");
    }
  });
});
