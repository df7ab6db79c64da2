import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readDesa, readKecamatan } from "../../src/places/read-kecamatan.ts";
import { serangPlaces } from "../../src/places/serang.ts";

/** Any UTF-16, halves of surrogate pairs too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

const places = serangPlaces();
const read = (text: string) => readKecamatan(text, places);
const names = (found: readonly { name: string }[]) => found.map((one) => one.name);

describe("a typed kecamatan", () => {
  test.each([
    ["anyar", "36.04.30"],
    ["Anyer", "36.04.30"],
    ["Puloampel", "36.04.08"],
    ["PULO AMPEL", "36.04.08"],
    ["kramat watu", "36.04.05"],
    ["kec.petir", "36.04.19"],
    ["Kecamatan Petir, Kabupaten Serang, Banten", "36.04.19"],
    ["bandung", "36.04.34"],
    ["kec bandung", "36.04.34"],
    ["serang bandung", "36.04.34"],
    ["Bandung (Serang)", "36.04.34"],
    ["Kec. Bandung, Kab. Serang", "36.04.34"],
    ["kab serang bandung", "36.04.34"],
    ["Ciomas", "36.04.27"],
    ["ds sukamaju kec kibin", "36.04.16"],
    ["Desa Ciomas, Kec. Padarincang", "36.04.29"],
    ["\u202ePetir\u202c", "36.04.19"],
  ])("%j is %s", (text, code) => expect(read(text)).toMatchObject({ ok: true, value: { code } }));

  it("is found by each of its names, shown or listed", () => {
    for (const one of places.kecamatan()) {
      expect(read(one.name)).toEqual({ ok: true, value: one });
      expect(read(places.showKecamatan(one.code))).toEqual({ ok: true, value: one });
      expect(read(` KEC. ${one.name.toUpperCase()} `)).toEqual({ ok: true, value: one });
    }
  });

  test.each([
    ["Petirr", ["Petir"]],
    ["petri", ["Petir"]],
    ["pamaryan", ["Pamarayan"]],
    ["bojonegoro", ["Bojonegara"]],
    ["tunjung", ["Tunjung Teja"]],
    ["cik", ["Cikande", "Cikeusal"]],
    ["saya di petir", ["Petir"]],
  ])("%j is nearly %j, to be confirmed", (text, guesses) => {
    const reading = read(text);
    expect(reading).toMatchObject({ ok: false, reason: "close" });
    if (!reading.ok && reading.reason === "close") expect(names(reading.guesses)).toEqual(guesses);
  });

  test.each([
    ["kemuning", ["36.04.06", "36.04.20"]],
    ["desa ciomas", ["36.04.29"]],
    ["Tegal Maja", ["36.04.11"]],
    ["Kampung Baru", ["36.04.19", "36.04.24"]],
    ["Margasanaa", ["36.04.05"]],
    ["desa petir", ["36.04.19"]],
  ])("%j is a desa, offered with its kecamatan %j", (text, kecamatan) => {
    const reading = read(text);
    expect(reading).toMatchObject({ ok: false, reason: "desa" });
    if (!reading.ok && reading.reason === "desa")
      expect(reading.desa.map((one) => one.kecamatan)).toEqual(kecamatan);
  });

  test.each(["Serang", "kec serang", "serang banten"])("%j asks: kabupaten or kota?", (text) =>
    expect(read(text)).toEqual({ ok: false, reason: "twin", city: "Kota Serang" }),
  );

  test.each(["kab serang", "Kabupaten Serang"])("%j asks which kecamatan", (text) =>
    expect(read(text)).toEqual({ ok: false, reason: "kabupaten" }),
  );

  test.each([
    ["kota serang", "Kota Serang"],
    ["Serang Kota", "Kota Serang"],
    ["kotaserang", "Kota Serang"],
    ["Cipocok Jaya", "Kota Serang"],
    ["cilegon", "Kota Cilegon"],
    ["Kota Cilegon", "Kota Cilegon"],
    ["Kota Bandung", "Kota Bandung"],
    ["bandung kota", "Kota Bandung"],
    ["kab. bandung", "Kabupaten Bandung"],
    ["Pandeglang", "Kabupaten Pandeglang"],
  ])("%j is another government's: %s", (text, city) =>
    expect(read(text)).toMatchObject({ ok: false, reason: "city", city }),
  );

  test.each(["", "😀", "?!", "kec", "banten", "constructor", "__proto__", "ab"])(
    "%j is unknown",
    (text) => expect(read(text)).toMatchObject({ ok: false, reason: "unknown" }),
  );

  it("of 4,097 characters is unknown", () =>
    expect(read("x".repeat(4097))).toMatchObject({ reason: "unknown" }));

  it("never throws, and never takes a city for a kecamatan", () => {
    const cities = fc.constantFrom("kota serang", "cilegon", "kota bandung");
    fc.assert(
      fc.property(anyText, cities, fc.nat(3), (text, city, dots) => {
        expect(read(text).ok).toBeTypeOf("boolean");
        const shouted = ` ${city.toUpperCase()}${".".repeat(dots)}`;
        expect(read(shouted)).toMatchObject({ reason: "city" });
      }),
    );
  });
});

describe("a typed desa of a kecamatan", () => {
  it("is found by its name in its own kecamatan", () => {
    for (const one of places.desa()) {
      const reading = readDesa(`ds. ${one.name.toUpperCase()}`, one.kecamatan, places);
      expect(reading).toEqual({ ok: true, value: one });
    }
  });

  test.each([
    ["Desa Sukamaju, Kec. Kibin", "36.04.16", "36.04.16.2007"],
    ["telaga luhur", "36.04.06", "36.04.06.2002"],
    ["alang alang", "36.04.13", "36.04.13.2012"],
  ])("%j in %s is %s", (text, kecamatan, code) =>
    expect(readDesa(text, kecamatan, places)).toMatchObject({ ok: true, value: { code } }),
  );

  it("is guessed, looked for elsewhere, or unknown", () => {
    expect(readDesa("sukamju", "36.04.16", places)).toMatchObject({
      reason: "close",
      guesses: [{ name: "Sukamaju" }],
    });
    expect(readDesa("Ciomas", "36.04.27", places)).toMatchObject({
      reason: "elsewhere",
      desa: [{ kecamatan: "36.04.29" }],
    });
    for (const text of ["", "zzz", "😀", "kec petir", "x".repeat(4097)])
      expect(readDesa(text, "36.04.16", places)).toMatchObject({ reason: "unknown" });
    expect(readDesa("sukamaju", "36.04.99", places)).toMatchObject({ reason: "elsewhere" });
  });

  it("never throws", () => {
    const kecamatan = fc.constantFrom(...places.kecamatan().map((one) => one.code));
    fc.assert(
      fc.property(anyText, kecamatan, (text, code) => {
        const reading = readDesa(text, code, places);
        if (reading.ok) expect(reading.value.kecamatan).toBe(code);
      }),
    );
  });
});
