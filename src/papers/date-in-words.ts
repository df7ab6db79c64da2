import { addDays, showDate } from "../dates.ts";

const ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");

/** A whole number from 0 to 9,999 in Indonesian words: 2025 is "dua ribu dua puluh lima". */
export function inWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 9_999)
    throw new RangeError(`no words for ${number}`);
  return number === 0 ? "nol" : words(number);
}

/** Of nothing there are no words: what is left after a round number is not spoken. */
function words(number: number): string {
  if (number === 0) return "";
  if (number < 12) return ONES[number] ?? "";
  if (number < 20) return `${words(number - 10)} belas`;
  if (number < 100) return joined(`${words(Math.floor(number / 10))} puluh`, number % 10);
  if (number < 1_000) return joined(many(Math.floor(number / 100), "ratus"), number % 100);
  return joined(many(Math.floor(number / 1_000), "ribu"), number % 1_000);
}

/** One hundred and one thousand are one word: "seratus", "seribu". */
const many = (count: number, unit: string) =>
  count === 1 ? `se${unit}` : `${words(count)} ${unit}`;
const joined = (said: string, rest: number) => `${said} ${words(rest)}`.trim();

/**
 * A local date ("YYYY-MM-DD") as an official report says it: "Jumat, tanggal dua puluh dua bulan
 * Agustus tahun dua ribu dua puluh lima". @throws RangeError for a date that does not exist
 */
export function dateInWords(date: string): string {
  const [year, , day] = addDays(date, 0).split("-").map(Number);
  const [weekday, rest = ""] = showDate(date).split(", ");
  const month = rest.split(" ")[1] ?? "";
  return `${weekday}, tanggal ${inWords(day ?? 0)} bulan ${month} tahun ${inWords(year ?? 0)}`;
}
