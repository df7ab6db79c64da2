import { describe, expect, it, test } from "vitest";
import regions from "../../seeds/serang-regions.json" with { type: "json" };
import { serangPlaces } from "../../src/places/serang.ts";

const places = serangPlaces();
const codes = [...places.kecamatan(), ...places.desa()].map((place) => place.code);

describe("the table of Kabupaten Serang", () => {
  it("has 29 kecamatan and 326 desa with codes of their own", () => {
    expect(places.kecamatan()).toHaveLength(29);
    expect(places.desa()).toHaveLength(326);
    expect(new Set(codes).size).toBe(355);
    for (const code of codes) expect(code).toMatch(/^36\.04\.\d\d(\.2\d{3})?$/);
  });

  test.each([
    ["36.04.05", "Kramatwatu"],
    ["36.04.07", "Bojonegara"],
    ["36.04.11", "Kragilan"],
    ["36.04.19", "Petir"],
    ["36.04.30", "Anyar"],
    ["36.04.31", "Cinangka"],
    ["36.04.34", "Bandung"],
  ])("%s is %s, as in the first training", (code, name) =>
    expect(places.kecamatanByCode(code)?.name).toBe(name),
  );

  it("puts every desa under its own kecamatan, 7 to 17 each, sorted by name", () => {
    for (const { code } of places.kecamatan()) {
      const desa = places.desaOf(code);
      expect(desa.length).toBeGreaterThanOrEqual(7);
      expect(desa.length).toBeLessThanOrEqual(17);
      expect(desa.every((one) => one.code.startsWith(`${code}.`))).toBe(true);
      const names = desa.map((one) => one.name);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "id")));
    }
  });

  it("marks the thirteen desa names that occur more than once", () => {
    const rows = regions.kecamatan.flatMap((one) => one.desa);
    const shared = rows.filter((row) => "shared_name" in row).map((row) => row.name);
    const names = rows.map((row) => row.name);
    const repeated = names.filter((name, place) => names.indexOf(name) !== place);
    expect(new Set(shared)).toEqual(new Set(repeated));
    expect(new Set(shared).size).toBe(13);
  });

  it("keeps licence, attribution, decree and date", () => {
    expect(places.licence).toContain("Open Database License (ODbL) 1.0");
    expect(places.attribution).toBe("idn-area-data 4.0.1 (code MIT; data ODbL-1.0)");
    expect(places.decree).toBe("Keputusan Menteri Dalam Negeri No. 300.2.2-2138 Tahun 2025");
    expect(places.retrievedOn).toBe("2026-11-24");
  });
});

describe("showing a place", () => {
  it("names a desa with its kecamatan, and Bandung with its kabupaten", () => {
    expect(places.showKecamatan("36.04.19")).toBe("Kec. Petir");
    expect(places.showKecamatan("36.04.34")).toBe("Kec. Bandung, Kab. Serang");
    expect(places.showDesa("36.04.16.2007")).toBe("Desa Sukamaju, Kec. Kibin");
    expect(places.showDesa("36.04.34.2001")).toBe("Desa Bandung, Kec. Bandung, Kab. Serang");
  });

  it("shows a code it does not know, and finds nothing under it", () => {
    expect(places.showKecamatan("36.04.99")).toBe("36.04.99");
    expect(places.showDesa("__proto__")).toBe("__proto__");
    expect(places.kecamatanByCode("constructor")).toBeUndefined();
    expect(places.desaOf("constructor")).toEqual([]);
  });
});
