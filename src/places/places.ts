import { placeKey, placeWords, type Spelled } from "./match.ts";
import { createOutsiders, type Outsiders, type OutsideRow } from "./outside.ts";

export interface Kecamatan extends Spelled {
  /** Kemendagri code, "36.04.19"; the only form that is stored. Never a BPS code. */
  readonly code: string;
}

export interface Desa extends Spelled {
  /** Kemendagri code, "36.04.19.2001". */
  readonly code: string;
  /** Code of its kecamatan. */
  readonly kecamatan: string;
}

/** A kecamatan on the map of tiles; row 0 lies in the north, column 0 in the west. */
export interface Tile {
  readonly name: string;
  readonly row: number;
  readonly column: number;
}

/** The table of one kabupaten, such as `seeds/serang-regions.json`, as far as it is read. */
export interface RegionTable {
  readonly kabupaten: { readonly name: string; readonly province?: string | undefined };
  /** How the office is called until its owner says it. */
  readonly office?: string | undefined;
  /** A kecamatan that texts take as an example. */
  readonly example?: string | undefined;
  /** Other governments that people name; the first that fits wins. */
  readonly outside?: readonly OutsideRow[] | undefined;
  /** Names between "|", a row each from the north; without it numbers are shown as bars. */
  readonly tiles?: readonly string[] | undefined;
  readonly legal_basis: string;
  readonly licence: string;
  readonly sources: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly retrieved: string;
  }[];
  readonly kecamatan: readonly (RegionRow & { readonly desa: readonly RegionRow[] })[];
}

interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Kecamatan and desa of one kabupaten; lists are sorted by name. */
export interface Places extends Outsiders {
  /** "Kabupaten Serang". */
  readonly name: string;
  /** "Kab. Serang". */
  readonly shortName: string;
  /** "serang", as people type it alone. */
  readonly ownWords: readonly string[];
  readonly office: string;
  /** The name of a kecamatan, for examples. */
  readonly example: string;
  /** Words that only say where the whole kabupaten lies. */
  readonly areaWords: ReadonlySet<string>;
  /** A city that bears the name of the kabupaten: "Kota Serang". */
  readonly twin: string | undefined;
  /** Empty: there is no map. */
  readonly tiles: readonly Tile[];
  /** A neighbour whose people may be taken in, by its code. */
  neighbourByCode(code: string): OutsideRow | undefined;
  kecamatan(): readonly Kecamatan[];
  kecamatanByCode(code: string): Kecamatan | undefined;
  desa(): readonly Desa[];
  desaByCode(code: string): Desa | undefined;
  /** The desa of one kecamatan; empty for an unknown code. */
  desaOf(kecamatan: string): readonly Desa[];
  /** "Kec. Petir"; "Kec. Bandung, Kab. Serang". A code that is not in the table is shown itself. */
  showKecamatan(code: string): string;
  /** "Desa Sukamaju, Kec. Kibin": thirteen names occur twice, so never without its kecamatan. */
  showDesa(code: string): string;
  /** What the licence of the table (ODbL 1.0) asks to be said wherever it is used. */
  readonly licence: string;
  readonly attribution: string;
  /** The decree the list follows, and the local date it was taken, for /tentang. */
  readonly decree: string;
  readonly retrievedOn: string;
}

export function createPlaces(table: RegionTable): Places {
  const kecamatan = byName(table.kecamatan.map(asPlace));
  const desa = byName(table.kecamatan.flatMap(desaRows));
  const kecamatanCodes = new Map(kecamatan.map((one) => [one.code, one]));
  const desaCodes = new Map(desa.map((one) => [one.code, one]));
  const { name } = table.kabupaten;
  const kabupaten = name.replace("Kabupaten", "Kab.");
  const ownWords = placeWords(name).filter((word) => word !== "kabupaten" && word !== "kota");
  const outside = table.outside ?? [];
  const bare = (one: string) => one.replace(/^(?:Kota|Kabupaten) /, "");
  const cities = new Set(outside.map((one) => bare(one.name)));
  const neighbours = new Map(
    outside.flatMap((one) => (one.neighbour && one.code ? [[one.code, one] as const] : [])),
  );
  const showKecamatan = (code: string) => {
    const name = kecamatanCodes.get(code)?.name;
    if (name === undefined) return neighbours.get(code)?.name ?? code;
    // Kecamatan Bandung is not the city of that name, where the first training took place.
    return cities.has(name) ? `Kec. ${name}, ${kabupaten}` : `Kec. ${name}`;
  };
  return {
    ...creditOf(table),
    ...createOutsiders(outside),
    name,
    shortName: kabupaten,
    ownWords,
    office: table.office ?? `Pemerintah ${name}`,
    example: table.example ?? kecamatan[0]?.name ?? "",
    areaWords: new Set([
      ...["kab", "kabupaten", "prov", "provinsi", ...ownWords],
      ...placeWords(table.kabupaten.province ?? ""),
    ]),
    twin: outside.find((one) => one.name === `Kota ${bare(name)}`)?.name,
    tiles: tilesOf(table.tiles ?? []),
    neighbourByCode: (code) => neighbours.get(code),
    kecamatan: () => kecamatan,
    kecamatanByCode: (code) => kecamatanCodes.get(code),
    desa: () => desa,
    desaByCode: (code) => desaCodes.get(code),
    desaOf: (code) => desa.filter((one) => one.kecamatan === code),
    showKecamatan,
    showDesa(code) {
      const one = desaCodes.get(code);
      return one === undefined ? code : `Desa ${one.name}, ${showKecamatan(one.kecamatan)}`;
    },
  };
}

function tilesOf(rows: readonly string[]): Tile[] {
  return rows.flatMap((names, row) =>
    names
      .split("|")
      .flatMap((name, column): Tile[] => (name.trim() ? [{ name: name.trim(), row, column }] : [])),
  );
}

function asPlace(row: RegionRow): Kecamatan {
  const keys = [row.name, ...(row.aliases ?? [])].map((name) => placeKey(placeWords(name)));
  return { code: row.code, name: row.name, keys: [...new Set(keys)] };
}

function desaRows(row: RegionTable["kecamatan"][number]): Desa[] {
  return row.desa.map((one) => ({ ...asPlace(one), kecamatan: row.code }));
}

function byName<P extends Spelled & { code: string }>(places: readonly P[]): readonly P[] {
  return places.toSorted(
    (a, b) => a.name.localeCompare(b.name, "id") || a.code.localeCompare(b.code),
  );
}

function creditOf(table: RegionTable) {
  const [first] = table.sources;
  return {
    licence: table.licence,
    attribution: first === undefined ? "" : `${first.name} ${first.version} (${first.licence})`,
    // The remark after it, on how the sources transcribe the decree, stays in the table.
    decree: table.legal_basis.split(" (")[0] ?? "",
    retrievedOn: first?.retrieved ?? "",
  };
}
