import { onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar } from "../support/sanggar.ts";

export const training = firstTraining.id;
export const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+07:00`);

/**
 * Bagus and Citra are coordinators. Rina and Sumi hold seats, Wati was offered one, Asep waits and
 * Mimin, who has no Telegram, holds one; Dewi lives near by and was never told of anything.
 */
export async function openPromises(now = "2025-08-14 09:00") {
  const sanggar = await openSanggar({ now: at(now) });
  onTestFinished(() => sanggar.close());
  const { services, world } = sanggar;
  await services.trainings.add({
    ...firstTraining,
    promises: { transport: "Rp150.000 per hari", meals: "makan siang" },
    point: { latitude: -6.88, longitude: 107.61 },
  });
  const given = { by: 0, since: sanggar.clock.now() };
  const coordinator = async (name: string) => {
    const person = world.person(name);
    await services.roles.give({ telegram: person.id, role: "coordinator" }, given);
    return person;
  };
  const [bagus, citra] = [await coordinator("Bagus"), await coordinator("Citra")];
  const artisan = async (name: string) => {
    const person = world.person(name);
    await addArtisan(sanggar, { id: name.toLowerCase(), telegram: person.id, name });
    return person;
  };
  const sits = (id: string) => services.trainings.takeSeat(training, id, given.since);
  const [rina, sumi] = [await artisan("Rina"), await artisan("Sumi")];
  const [wati, asep, dewi] = [await artisan("Wati"), await artisan("Asep"), await artisan("Dewi")];
  await addUnclaimed(sanggar, { id: "mimin", name: "Mimin" });
  for (const id of ["rina", "sumi", "wati", "mimin"]) await sits(id);
  const move = (id: string, state: "offered" | "waiting") =>
    services.enrolments.move({
      ...{ training, artisan: id, state, at: given.since },
      from: ["none", "interested", "accepted"],
    });
  await move("wati", "offered");
  await move("asep", "waiting");
  return {
    ...{ sanggar, services, world, bagus, citra, rina, sumi, wati, asep, dewi },
    /** Opens what may change on the card of the training. */
    opens: async (person: TestPerson) => {
      await person.says("/pelatihan");
      await person.presses("1. Pelatihan Bros dan A…");
      return person.presses("Ubah jadwal/tempat");
    },
    letter: (version = 2) => services.notices.byId(`change:${training}:${version}`),
    delivery: (id: string, version = 2) =>
      services.deliveries.byId(`dlv:change:${training}:${version}:${id}`),
    plan: async () =>
      (await services.trainings.byId(training)) ?? Promise.reject(new Error("gone")),
  };
}
