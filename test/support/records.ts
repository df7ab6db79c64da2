import type { Artisan } from "../../src/artisans/artisan.ts";
import type { TestSanggar } from "./sanggar.ts";

let count = 0;

/** A record in the database, of somebody who lives in Kec. Petir and knits. */
export async function addArtisan<T extends Partial<Artisan>>(
  { services }: Pick<TestSanggar, "services">,
  given: T = {} as T,
): Promise<Artisan & { telegram: number } & T> {
  count += 1;
  const now = services.clock.now();
  const artisan = {
    id: `artisan-${String(count).padStart(4, "0")}`,
    state: "active",
    telegram: 7_000_000_000 + count,
    language: "id",
    name: `Perajin ${"abcdefghijklmnopqrstuvwxyz"[count % 26] ?? ""}`,
    kecamatan: "36.04.19",
    crafts: ["rajut"],
    mainCraft: "rajut",
    consent: { version: "2026-11-24", at: now.toISOString(), update: 1 },
    registeredAt: now,
    activeAt: now,
    ...given,
  } satisfies Artisan;
  await services.artisans.add(artisan);
  return artisan as Artisan & { telegram: number } & T;
}
