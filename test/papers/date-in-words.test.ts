import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/dates.ts";
import { dateInWords, inWords } from "../../src/papers/date-in-words.ts";

describe("a number in words", () => {
  it.each([
    [0, "nol"],
    [1, "satu"],
    [10, "sepuluh"],
    [11, "sebelas"],
    [12, "dua belas"],
    [19, "sembilan belas"],
    [20, "dua puluh"],
    [21, "dua puluh satu"],
    [31, "tiga puluh satu"],
    [99, "sembilan puluh sembilan"],
    [100, "seratus"],
    [101, "seratus satu"],
    [111, "seratus sebelas"],
    [200, "dua ratus"],
    [999, "sembilan ratus sembilan puluh sembilan"],
    [1_000, "seribu"],
    [1_001, "seribu satu"],
    [1_100, "seribu seratus"],
    [1_945, "seribu sembilan ratus empat puluh lima"],
    [2_000, "dua ribu"],
    [2_025, "dua ribu dua puluh lima"],
    [2_110, "dua ribu seratus sepuluh"],
    [9_999, "sembilan ribu sembilan ratus sembilan puluh sembilan"],
  ])("%i is %s", (number, words) => expect(inWords(number)).toBe(words));

  it("can be read back, all ten thousand of them", () => {
    for (let number = 0; number < 10_000; number += 1)
      expect(readWords(inWords(number))).toBe(number);
  });

  it("has no words for what is no such number", () => {
    for (const wrong of [-1, 10_000, 1.5, NaN, Infinity])
      expect(() => inWords(wrong)).toThrow(RangeError);
  });
});

const DIGITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ");

/** Another way round: adds up words as a listener does. */
function readWords(said: string): number {
  let [sum, last] = [0, 0];
  for (const word of said.replace(/\bse(ratus|ribu|puluh|belas)\b/g, "satu $1").split(" ")) {
    const unit = { puluh: 10, ratus: 100 }[word];
    if (DIGITS.includes(word)) [sum, last] = [sum + DIGITS.indexOf(word), DIGITS.indexOf(word)];
    else if (word === "belas") sum += 10;
    else if (word === "ribu") sum *= 1_000;
    else if (unit) sum += last * (unit - 1);
    else throw new Error(word);
  }
  return sum;
}

describe("a date in words", () => {
  it.each([
    ["2025-08-22", "Jumat, tanggal dua puluh dua bulan Agustus tahun dua ribu dua puluh lima"],
    ["2025-08-26", "Selasa, tanggal dua puluh enam bulan Agustus tahun dua ribu dua puluh lima"],
    ["2026-01-01", "Kamis, tanggal satu bulan Januari tahun dua ribu dua puluh enam"],
    [
      "2024-02-29",
      "Kamis, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat",
    ],
    ["2000-12-31", "Minggu, tanggal tiga puluh satu bulan Desember tahun dua ribu"],
    [
      "1999-05-11",
      "Selasa, tanggal sebelas bulan Mei tahun seribu sembilan ratus sembilan puluh sembilan",
    ],
  ])("%s is %s", (date, words) => expect(dateInWords(date)).toBe(words));

  it("names the day and the year of any date of a century", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_524 }), (days) => {
        const date = addDays("2000-01-01", days);
        const [, day = "", month = "", year = ""] =
          /tanggal (.+) bulan (\w+) tahun (.+)$/.exec(dateInWords(date)) ?? [];
        expect([readWords(year), readWords(day)]).toEqual([
          Number(date.slice(0, 4)),
          Number(date.slice(8)),
        ]);
        expect(month).toMatch(/^[A-Z][a-z]+$/);
      }),
    );
  });

  it("refuses a date that does not exist", () => {
    for (const wrong of ["2025-02-29", "2025-13-01", "22-08-2025", ""])
      expect(() => dateInWords(wrong)).toThrow(RangeError);
  });
});
