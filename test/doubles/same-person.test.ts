import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameCloseness, nameKeys } from "../../src/doubles/name-sound.ts";
import { type Likened, likeness } from "../../src/doubles/same-person.ts";

const NAMES = [
  "Siti Aminah",
  "Muhammad Yusuf",
  "Rina Wulandari",
  "Syarifuddin",
  "Wulan",
  "Nuraini Hasanah",
  "Ahmad Khoiruddin",
  "Eti Suhaeti",
  "Djoko Soewarno",
  "Sri Rahayu Ningsih",
];

describe("a close name", () => {
  it.each([
    ["Mochammad Yusuf", "Muhamad Jusuf"],
    ["Moh. Yusuf", "Muhammad Yusup"],
    ["M. Yusuf", "Mohamad Yusuf"],
    ["Syarifuddin", "Sarifudin"],
    ["Sjarifoeddin", "Syaripudin"],
    ["H. Ahmad Khoiruddin, S.Pd.", "Achmad Hoirudin"],
    ["Hj. Siti Aminah", "SITI AMINAH"],
    ["Siti Aminah", "St. Aminah"],
    ["Aminah Siti", "Siti Aminah"],
    ["Nur'aini", "Nur Aini"],
    ["Djoko Soewarno", "Joko Suwarno"],
    ["Rina Wulandari", "Rina Wulandri"],
    ["Rina Wulandari", "Rina Wuladari"],
    ["Rahmat Hidayat", "Rachmad Hidayat"],
    ["Zakiah", "Zakiyah"],
    ["Arief Rachman", "Arif Rahman"],
    ["Fitri Novianti", "Pitri Nopianti"],
    ["Asep bin Sarip", "Asep Sarif"],
    ["Dewi Lestary", "Dewi Lestari"],
  ])("is one name: %s and %s", (a, b) => {
    expect(nameCloseness(a, b)).toBe("same");
    expect(nameKeys(a).some((key) => nameKeys(b).includes(key))).toBe(true);
  });

  it.each([
    ["Siti Aminah", "Aminah"],
    ["Rina Wulandari", "Rina"],
    ["Muhammad Yusuf Habibi", "M. Yusuf"],
    ["Siti", "Siti"],
    ["Nur", "Nur"],
  ])("is part of one: %s and %s", (a, b) => {
    expect(nameCloseness(a, b)).toBe("part");
    expect(nameKeys(a).some((key) => nameKeys(b).includes(key))).toBe(true);
  });

  it.each([
    ["Siti Aminah", "Siti Maryam"],
    ["Siti Aminah", "Siti"],
    ["Muhammad Yusuf", "Muhammad Rizki"],
    ["Rina", "Rani"],
    ["Wulan", "Wulandari"],
    ["Sri Rahayu", "Sri Ningsih"],
    ["Asep", "Asih"],
    ["", "Siti"],
  ])("is not: %s and %s", (a, b) => expect(nameCloseness(a, b)).toBe("far"));

  it("does not hang on order, capitals, titles, degrees and doubled letters", () => {
    const name = fc.constantFrom(...NAMES);
    fc.assert(
      fc.property(name, fc.nat(20), fc.boolean(), fc.boolean(), (own, at, title, turned) => {
        const letter = own[at % own.length] ?? "";
        const doubled = own.slice(0, at % own.length) + letter + own.slice(at % own.length);
        const words = turned ? doubled.split(" ").reverse().join(" ") : doubled;
        const written = `${title ? "Hj. " : ""}${words.toUpperCase()}${title ? ", S.E." : ""}`;
        expect(nameCloseness(own, written)).toBe("same");
        expect(nameCloseness(written, own)).toBe("same");
        expect(nameKeys(written).some((key) => nameKeys(own).includes(key))).toBe(true);
      }),
    );
  });

  it("is found by its keys when one vowel or one consonant of a rare word slipped", () => {
    const name = fc.constantFrom("Wulandari", "Syarifuddin", "Khoiruddin", "Rahayuningsih");
    fc.assert(
      fc.property(name, fc.nat(20), fc.constantFrom(..."aiuenrtk"), (own, place, letter) => {
        const at = 2 + (place % (own.length - 3));
        const slipped = own.slice(0, at) + letter + own.slice(at + 1);
        if (nameCloseness(own, slipped) === "far") return;
        expect(nameKeys(own).some((key) => nameKeys(slipped).includes(key))).toBe(true);
      }),
    );
  });

  it("is none of the words every object knows", () => {
    expect(nameCloseness("Constructor", "constructor")).toBe("same");
  });

  it("is read from any text without fail, and the reading is even-handed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
        expect(nameCloseness(a, b)).toBe(nameCloseness(b, a));
        expect(nameKeys(a).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe("two records", () => {
  const petir = (given: Partial<Likened> = {}): Likened => ({
    name: "Siti Aminah",
    kecamatan: "36.04.19",
    ...given,
  });
  const number = (digits: string) => ({ phone: { number: digits } });

  it.each<[what: string, a: Likened, b: Likened, reasons: string[] | undefined]>([
    ["one name in one kecamatan", petir(), petir({ name: "Hj. Siti Aminah" }), ["name"]],
    ["one name in two kecamatan", petir(), petir({ kecamatan: "36.04.30" }), undefined],
    ["part of a name", petir(), petir({ name: "Aminah" }), undefined],
    [
      "part of a name in one community",
      petir({ community: "c" }),
      petir({ name: "Aminah", community: "c" }),
      ["name"],
    ],
    [
      "part of a name and one year of birth",
      petir({ birthYear: 1985 }),
      petir({ name: "Aminah", birthYear: 1985 }),
      ["name"],
    ],
    [
      "one name and two years of birth",
      petir({ birthYear: 1985 }),
      petir({ birthYear: 1999 }),
      undefined,
    ],
    [
      "one name and a year that slipped",
      petir({ birthYear: 1985 }),
      petir({ birthYear: 1986 }),
      ["name"],
    ],
    ["one name of a man and a woman", petir({ sex: "L" }), petir({ sex: "P" }), undefined],
    [
      "one number and nothing else",
      petir(number("+62812")),
      { name: "Asep", kecamatan: "36.04.30", ...number("+62812") },
      ["phone"],
    ],
    [
      "one number and one name",
      petir(number("+62812")),
      petir(number("+62812")),
      ["phone", "name"],
    ],
    [
      "two numbers",
      petir(number("+62812")),
      petir({ name: "Asep", ...number("+62813") }),
      undefined,
    ],
  ])("%s", (_what, a, b, reasons) => {
    expect(likeness(a, b)?.reasons).toEqual(reasons);
    expect(likeness(b, a)).toEqual(likeness(a, b));
  });

  it("weigh more the more speaks for it, and the same in both directions", () => {
    const record = fc.record({
      name: fc.constantFrom(...NAMES, "Aminah", "Yusuf"),
      kecamatan: fc.constantFrom("36.04.19", "36.04.30"),
      community: fc.option(fc.constantFrom("c", "d"), { nil: undefined }),
      birthYear: fc.option(fc.integer({ min: 1980, max: 1983 }), { nil: undefined }),
      sex: fc.option(fc.constantFrom("L", "P", "unsaid"), { nil: undefined }),
      phone: fc.option(fc.constantFrom({ number: "1" }, { number: "2" }), { nil: undefined }),
    });
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(likeness(a, b)).toEqual(likeness(b, a));
        expect(likeness(a, b)?.weight ?? 1).toBeGreaterThan(0);
        const closer = { ...b, name: a.name, kecamatan: a.kecamatan, community: a.community };
        expect(likeness(a, closer)?.weight ?? 0).toBeGreaterThanOrEqual(
          likeness(a, b)?.weight ?? 0,
        );
        if (a.phone && a.phone.number === b.phone?.number)
          expect(likeness(a, b)?.reasons).toContain("phone");
      }),
    );
  });
});
