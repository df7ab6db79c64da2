import { onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

export const TRAINING = firstTraining.id;
export const wib = (local: string) => new Date(`${local.replace(" ", "T")}:00+07:00`);

/** The first training, and a coordinator. */
export async function openOffice() {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  const { services, world } = sanggar;
  await services.trainings.add(firstTraining);
  const dewi = world.person("Dewi");
  await dewi.starts();
  const given = { by: 0, since: sanggar.clock.now() };
  await services.roles.give({ telegram: dewi.id, role: "coordinator" }, given);
  return { sanggar, services, world, dewi };
}

/** Somebody who holds a seat of it. */
export async function participant(
  sanggar: TestSanggar,
  name: string,
  given: Partial<Artisan> = {},
) {
  const { services, world, clock } = sanggar;
  const person = world.person(name);
  await person.starts();
  const artisan = await addArtisan(sanggar, { telegram: person.id, name, ...given });
  await services.trainings.takeSeat(TRAINING, artisan.id, clock.now());
  return { person, artisan };
}

/** They were there on its first day. */
export async function wasThere({ services, clock }: TestSanggar, artisan: string): Promise<void> {
  const [first] = firstTraining.days;
  await services.marks.add({
    ...{ training: TRAINING, artisan, date: first?.date ?? "", road: "tick" },
    ...{ by: 1, as: "coordinator", at: clock.now() },
  });
}
