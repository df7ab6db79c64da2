import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentParser, type Message, type Pattern, Visitor } from "@fluent/syntax";
import { describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { createTexts, LANGUAGES, type Language } from "../../src/bot/language.ts";
import { projectRoot } from "../../src/root.ts";

function messages(language: Language, file: string): Message[] {
  const text = readFileSync(join(projectRoot, "locales", language, file), "utf8");
  const { body } = new FluentParser({}).parse(text);
  expect(body.filter(({ type }) => type === "Junk")).toEqual([]);
  return body.filter((entry): entry is Message => entry.type === "Message");
}

/** Forms of a message and the variables of each: what both languages must share. */
function shape({ id, value, attributes }: Message): [string, string[]][] {
  const forms: [string, Pattern | null][] = [
    [id.name, value],
    ...attributes.map((form): [string, Pattern] => [`${id.name}.${form.id.name}`, form.value]),
  ];
  return forms.map(([name, pattern]) => [name, pattern ? variables(pattern) : []]);
}

function variables(pattern: Pattern): string[] {
  const names = new Set<string>();
  class Collector extends Visitor {
    override visitVariableReference({ id }: { id: { name: string } }) {
      names.add(id.name);
    }
  }
  new Collector().visit(pattern);
  return [...names].sort();
}

const FILES = ["training.ftl", "reminder.ftl"];
const texts = createTexts();

describe.each(FILES)("%s", (file) => {
  it("says the same in both languages, with the same values", () => {
    const [id, en] = LANGUAGES.map((language) => messages(language, file).flatMap(shape));
    expect(en).toEqual(id);
  });
});

const REMINDERS = ["reminder-week", "reminder-eve", "reminder-day"];
/** As long as they come. */
const values = {
  name: "Raden Ayu Siti Nurhaliza Kusumawardhani Contoh binti Abdurrahman Contoh Panjang",
  training: `${firstTraining.title} dan Hiasan Kain Perca Angkatan Kedua`,
  when: "besok, Jumat, 22 Agustus 2025",
  hours: "pukul 09.00–15.00 WIB",
  place: `${firstTraining.place}, ${firstTraining.hostCity}`,
  bring: firstTraining.bring.join(", "),
  gathering: "halaman kantor Diskoumperindag Kabupaten Serang, pukul 08.30 WIB",
  contact: firstTraining.contact,
  day: "5",
  days: "5",
  code: "K3M-9QX",
  bot: "@sanggar_serang_bot",
};

describe.each(LANGUAGES)("reminders in %s", (language) => {
  it.each(REMINDERS)("%s has a form for each road to a person, short enough for it", (key) => {
    const forms = messages(language, "reminder.ftl").find(({ id }) => id.name === key);
    const names = forms?.attributes.map(({ id }) => id.name);
    expect(names).toEqual(["whatsapp", "telepon"]);
    const speech = texts[language];
    expect(speech.html(key, values).length).toBeLessThanOrEqual(600);
    const whatsapp = speech.plain(`${key}.whatsapp`, values);
    expect(whatsapp.length).toBeLessThanOrEqual(700);
    expect(whatsapp).not.toMatch(/[<>]/);
    expect(whatsapp).toContain(values.code);
    expect(whatsapp).toContain(values.bot);
    const telepon = speech.plain(`${key}.telepon`, values);
    expect(telepon.split(/[.?!] /).length).toBeLessThanOrEqual(3);
    expect([whatsapp, telepon].join("")).not.toContain("{");
  });
});

describe.each(LANGUAGES)("buttons in %s", (language) => {
  it.each([
    "training-join",
    "training-leave",
    "training-leave-yes",
    "training-leave-no",
    "training-see",
    "training-all",
  ])("%s has at most 24 letters", (key) => {
    expect(texts[language].plain(key).length).toBeLessThanOrEqual(24);
  });
});
