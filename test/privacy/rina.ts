import type { Artisan } from "../../src/artisans/artisan.ts";
import { CONSENT_VERSION } from "../../src/privacy/consent.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { TestSanggar } from "../support/sanggar.ts";

let numbers = 81_277_700_000;

/** A registered person with a record in which every field is filled. */
export async function registered(
  name: string,
  sanggar: TestSanggar,
  change: Partial<Artisan> = {},
): Promise<{ person: TestPerson; artisan: Artisan }> {
  const person = sanggar.world.person(name.split(" ")[0] ?? name);
  const now = sanggar.services.clock.now();
  const consent = { version: CONSENT_VERSION, at: now.toISOString(), update: 7_000 + person.id };
  const artisan: Artisan = {
    id: `artisan-of-${name.replaceAll(" ", "-").toLowerCase()}`,
    state: "active",
    telegram: person.id,
    language: "id",
    name,
    kecamatan: "36.04.19",
    desa: "36.04.19.2001",
    communityOther: "Kriya Lestari",
    crafts: ["aksesori", "lainnya"],
    mainCraft: "aksesori",
    craftOther: "Lukis kaca",
    phone: { number: `+62${(numbers += 1)}`, verified: true },
    whatsapp: true,
    businessName: "Bros Melati",
    products: ["bros", "gelang"],
    shopLink: "@brosmelati",
    sex: "P",
    birthYear: 1979,
    yearsInCraft: 5,
    workers: "2-4",
    channels: ["market", "whatsapp"],
    turnover: "1-3",
    nib: "yes",
    nibNumber: "1234567890123",
    teach: ["merangkai manik"],
    consent,
    registeredAt: now,
    activeAt: now,
    ...change,
  };
  await sanggar.services.artisans.add(artisan);
  return { person, artisan };
}

/** Every document of the database as it rests, by collection. */
export async function allDocuments({
  connection,
}: TestSanggar): Promise<{ collection: string; kept: Record<string, unknown> }[]> {
  const found: { collection: string; kept: Record<string, unknown> }[] = [];
  for (const { name: collection } of await connection.listCollections())
    for (const kept of await connection.collection(collection).find().toArray())
      found.push({ collection, kept });
  return found;
}
