import type { Artisan } from "../../src/artisans/artisan.ts";
import type { TestSanggar } from "./sanggar.ts";

let count = 0;

/** A record in the database, of somebody who lives in Kec. Petir and knits. */
export async function addArtisan(
  { services }: { services: Pick<TestSanggar["services"], "artisans" | "clock"> },
  given: Partial<Artisan> = {},
): Promise<Artisan & { telegram: number }> {
  const artisan = { telegram: 7_000_000_001 + count, ...fresh(services.clock.now()), ...given };
  await services.artisans.add(artisan);
  return artisan;
}

/** The same for somebody without Telegram. */
export async function addUnclaimed(
  { services }: Pick<TestSanggar, "services">,
  given: Partial<Artisan> = {},
): Promise<Artisan> {
  const artisan = { ...fresh(services.clock.now()), ...given };
  await services.artisans.add(artisan);
  return artisan;
}

function fresh(now: Date): Artisan {
  count += 1;
  return {
    id: `artisan-${String(count).padStart(4, "0")}`,
    state: "active",
    language: "id",
    name: `Perajin ${"abcdefghijklmnopqrstuvwxyz"[count % 26]}`,
    kecamatan: "36.04.19",
    crafts: ["rajut"],
    mainCraft: "rajut",
    consent: { version: "2026-11-24", at: now.toISOString(), update: 1 },
    registeredAt: now,
    activeAt: now,
  };
}
