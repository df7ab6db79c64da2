import fc from "fast-check";
import { CHANNELS, NIB, SEXES, TURNOVERS, WORKERS } from "../../src/artisans/answers.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { CRAFTS } from "../../src/places/crafts.ts";
import { serangPlaces } from "../../src/places/serang.ts";

const places = serangPlaces();
const AT = new Date("2025-08-01T02:00:00Z");

export const COMMUNITIES = new Map([
  ["manik-melati", "Manik Melati"],
  ["anyam-rukun", "Anyam Rukun, Kragilan"],
]);

const word = fc
  .array(fc.constantFrom(..."abcdeghiklmnoprstuwy".split("")), { minLength: 3, maxLength: 9 })
  .map((letters) => letters.join("").replace(/^./, (letter) => letter.toUpperCase()));
const words = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((all) => all.join(" "))
  // What means "no" or "yes" to a reader is no name of anything.
  .filter((text) => text.length >= 3);
const some = <T>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });

const place = fc.constantFrom(...places.kecamatan()).chain(({ code }) =>
  fc.record(
    {
      kecamatan: fc.constant(code),
      desa: fc.constantFrom(...places.desaOf(code)).map((d) => d.code),
    },
    { requiredKeys: ["kecamatan"] },
  ),
);

const crafts = some(CRAFTS.map(({ key }) => key)).chain((chosen) =>
  fc.record({
    crafts: fc.constant(chosen),
    mainCraft: fc.constantFrom(...chosen),
    ...(chosen.includes("lainnya") && { craftOther: words }),
  }),
);

const community = fc.oneof(
  fc.constant({}),
  fc.constantFrom(...COMMUNITIES.keys()).map((id) => ({ community: id })),
  words.map((communityOther) => ({ communityOther })),
);

const phone = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      phone: fc
        .integer({ min: 10_000_000, max: 99_999_999 })
        .map((rest) => ({ number: `+62812${rest}`, verified: false })),
      whatsapp: fc.boolean(),
    },
    { requiredKeys: ["phone"] },
  ),
);

const nib = fc.oneof(
  fc.constant({}),
  fc.constantFrom(...NIB).map((answer) => ({ nib: answer })),
  fc.bigInt({ min: 10n ** 12n, max: 10n ** 13n - 1n }).map((number) => ({
    ...{ nib: "yes", nibNumber: String(number) },
  })),
);

const details = fc.record(
  {
    businessName: fc.oneof(
      words,
      fc.constantFrom("Kriya & Co.", "=Bros+Melati", "-Melati-", "'Aini"),
    ),
    products: fc.uniqueArray(words, { minLength: 1, maxLength: 5 }),
    shopLink: fc.constantFrom("@bros.melati", "https://shopee.co.id/brosmelati?a=1&b=2"),
    sex: fc.constantFrom(...SEXES),
    birthYear: fc.integer({ min: 1930, max: 2006 }),
    yearsInCraft: fc.integer({ min: 0, max: 80 }),
    workers: fc.constantFrom(...WORKERS),
    channels: some(CHANNELS),
    turnover: fc.constantFrom(...TURNOVERS),
    teach: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const name = fc.oneof(
  words,
  fc.constantFrom(
    "Nur'aini",
    "Hj. Siti Ma’rifah, S.Pd.",
    "-Ani-",
    "R. A. Kartini-Baru",
    "É. Öztürk",
  ),
);

/** A record that a coordinator made for somebody without Telegram, with any of its fields. */
export const anArtisan: fc.Arbitrary<Artisan> = fc
  .tuple(
    fc.record({
      name,
      id: fc.uuid(),
      manner: fc.constantFrom("lisan" as const, "tertulis" as const),
    }),
    ...[place, crafts, community, phone, nib, details],
  )
  .map(([{ manner, ...own }, ...parts]) => {
    const given = Object.assign({}, ...(parts as object[])) as Partial<Artisan>;
    return {
      state: "pending",
      language: "id",
      consent: { version: "2026-11-24", at: AT.toISOString(), update: 1 },
      registrar: { telegram: 1, manner },
      registeredAt: AT,
      activeAt: AT,
      ...own,
      ...given,
    } as Artisan;
  });
