/** Other governments that people near Kabupaten Serang name; kindly sent to their own office. */
export type Outside =
  | "Kota Serang"
  | "Kota Cilegon"
  | "Kota Bandung"
  | "Kabupaten Bandung"
  | "Kabupaten Pandeglang"
  | "Kabupaten Lebak"
  | "Tangerang";

/** The first that fits wins: "Serang, Kota Bandung" is Bandung. Matched against small words. */
const GOVERNMENTS: readonly [RegExp, Outside][] = [
  [/\bkota ?bandung\b|\bbandung ?kota\b/, "Kota Bandung"],
  [/\b(?:kab|kabupaten) ?bandung\b(?! (?:kab|kabupaten|serang|banten))/, "Kabupaten Bandung"],
  [/\bkota(?:madya)? ?serang\b|\bserang ?kota\b/, "Kota Serang"],
  [/\b(?:kota)?cilegon\b/, "Kota Cilegon"],
  [/\bpandeglang\b/, "Kabupaten Pandeglang"],
  [/\b(?:kab|kabupaten) ?lebak$|\brangkas ?bitung\b/, "Kabupaten Lebak"],
  [/\btangerang\b/, "Tangerang"],
];

/** Kecamatan of the two cities that lie inside the kabupaten (36.73 and 36.72). */
const CITY_KECAMATAN = new Map<string, Outside>([
  ["cipocokjaya", "Kota Serang"],
  ["cipocok", "Kota Serang"],
  ["curug", "Kota Serang"],
  ["kasemen", "Kota Serang"],
  ["taktakan", "Kota Serang"],
  ["walantaka", "Kota Serang"],
  ["cibeber", "Kota Cilegon"],
  ["citangkil", "Kota Cilegon"],
  ["ciwandan", "Kota Cilegon"],
  ["grogol", "Kota Cilegon"],
  ["jombang", "Kota Cilegon"],
  ["pulomerak", "Kota Cilegon"],
  ["merak", "Kota Cilegon"],
  ["purwakarta", "Kota Cilegon"],
]);

/** The other government that typed words name, itself or by one of its kecamatan. */
export function outsideOf(
  words: readonly string[],
  by: "government" | "kecamatan" = "government",
): Outside | undefined {
  if (by === "kecamatan") return CITY_KECAMATAN.get(words.join(""));
  const said = words.join(" ");
  return GOVERNMENTS.find(([pattern]) => pattern.test(said))?.[1];
}
