import { placeKey, placeWords, type Spelled } from "./match.ts";

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

/** The table in `seeds/serang-regions.json`, as far as the program reads it. */
export interface RegionTable {
  readonly kabupaten: { readonly name: string };
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
export interface Places {
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
  const kabupaten = table.kabupaten.name.replace("Kabupaten", "Kab.");
  const showKecamatan = (code: string) => {
    const name = kecamatanCodes.get(code)?.name;
    if (name === undefined) return code;
    return isCityToo(name) ? `Kec. ${name}, ${kabupaten}` : `Kec. ${name}`;
  };
  return {
    ...creditOf(table),
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

/** Kecamatan Bandung is not the city of that name, where the first training took place. */
function isCityToo(name: string): boolean {
  return name === "Bandung";
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
