import { placeKey, placeWords } from "./match.ts";

/** Another government that people near the kabupaten name; kindly sent to their own office. */
export interface OutsideRow {
  /** Kemendagri code of a neighbour whose people the office may take in. */
  readonly code?: string | undefined;
  /** "Kota Serang". */
  readonly name: string;
  /** How it is typed, against small words; without it by its name with "kota" or "kabupaten". */
  readonly pattern?: string | undefined;
  /** People of it may register where the office says so. */
  readonly neighbour?: boolean | undefined;
  /** Its kecamatan, by which it is named as well. */
  readonly kecamatan?: readonly string[] | undefined;
}

export interface Outsiders {
  /** The other government that typed words name, itself or by one of its kecamatan. */
  outsideOf(words: readonly string[], by?: "government" | "kecamatan"): OutsideRow | undefined;
}

/** The first row that fits wins: "Serang, Kota Bandung" is Bandung. */
export function createOutsiders(rows: readonly OutsideRow[]): Outsiders {
  const patterns = rows.map(
    (row) => [new RegExp(row.pattern ?? patternOf(row.name)), row] as const,
  );
  const kecamatan = new Map(
    rows.flatMap((row) =>
      (row.kecamatan ?? []).map((name) => [placeKey(placeWords(name)), row] as const),
    ),
  );
  return {
    outsideOf(words, by = "government") {
      if (by === "kecamatan") return kecamatan.get(placeKey(words));
      const said = words.join(" ");
      return patterns.find(([pattern]) => pattern.test(said))?.[1];
    },
  };
}

/** "Kota Contoh" also as "contoh kota"; a kabupaten only with its word, as kecamatan share names. */
function patternOf(name: string): string {
  const [kind = "", ...rest] = placeWords(name);
  const own = rest.join(" ?");
  if (kind === "kota") return `\\bkota(?:madya)? ?${own}\\b|\\b${own} ?kota\\b`;
  if (kind === "kabupaten" || kind === "kab") return `\\b(?:kab|kabupaten) ?${own}\\b`;
  return `\\b${[kind, ...rest].join(" ?")}\\b`;
}
