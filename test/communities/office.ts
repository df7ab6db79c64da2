import type { Artisan } from "../../src/artisans/artisan.ts";
import { freshCheck } from "../../src/artisans/check.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

export const OWN = "sulam-petir";
export const FOREIGN = "anyam-rukun";
/** No community. */
export const NONE = "";
export const DAY_MS = 86_400_000;

export interface Office {
  sanggar: TestSanggar;
  /** Leads the own community. */
  wulan: TestPerson;
  wulanRecord: Artisan;
  /** Coordinates. */
  bagus: TestPerson;
}

/** Two communities, a leader of the first, and a coordinator. */
export async function openOffice(): Promise<Office> {
  const sanggar = await openSanggar();
  const { communities, roles } = sanggar.services;
  for (const [id, name] of [
    [OWN, "Sulam Harapan Petir"],
    [FOREIGN, "Anyam Rukun"],
  ] as const)
    await communities.seed({
      ...{ id, name, kecamatan: ["36.04.19"], state: "active", leaders: [], invented: true },
    });
  const wulan = sanggar.world.person("Wulan");
  const bagus = sanggar.world.person("Bagus");
  const wulanRecord = await addArtisan(sanggar, {
    ...{ telegram: wulan.id, name: "Wulan Contoh", community: OWN },
  });
  await lead(sanggar, wulan, OWN);
  const given = { by: 0, since: sanggar.clock.now() };
  await roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  return { sanggar, wulan, wulanRecord, bagus };
}

export async function lead({ services }: TestSanggar, { id }: TestPerson, scope: string) {
  const given = { by: 0, since: services.clock.now() };
  await services.roles.give({ telegram: id, role: "leader", scope }, given);
}

/** Somebody who has just registered as a member of the community. */
export async function newMember(
  { sanggar }: Pick<Office, "sanggar">,
  name: string,
  { community = OWN, ...given }: Partial<Artisan> = {},
) {
  const person = sanggar.world.person(name);
  const record = await addArtisan(sanggar, {
    telegram: person.id,
    name,
    state: "pending",
    ...(community !== NONE && { community }),
    check: freshCheck(community === NONE ? undefined : community, sanggar.clock.now()),
    ...given,
  });
  return { person, record };
}
