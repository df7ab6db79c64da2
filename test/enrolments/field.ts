import { onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { TrainingPlan } from "../../src/trainings/training.ts";
import { addArtisan } from "../support/records.ts";
import { openOffice, OWN } from "../communities/office.ts";

export const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+07:00`);

export type Field = Awaited<ReturnType<typeof openField>>;

/** A leader, a coordinator, and a training that chooses among who is interested. */
export async function openField(change: Partial<TrainingPlan> = {}) {
  const office = await openOffice();
  const { sanggar, bagus, wulan } = office;
  onTestFinished(() => sanggar.close());
  const plan: TrainingPlan = { ...firstTraining, admission: "selection", ...change };
  await sanggar.services.trainings.add(plan);
  const id = plan.id;

  return {
    ...{ ...office, id, title: plan.title, clock: sanggar.clock, bagus, wulan },
    get services() {
      return sanggar.services;
    },
    tick: () => sanggar.tick(),

    /** A registered artisan; members of the leader's community unless told otherwise. */
    async artisan(name: string, given: Partial<Artisan> = {}) {
      const person = sanggar.world.person(name);
      const record = await addArtisan(sanggar, {
        ...{ telegram: person.id, name: `${name} Contoh`, community: OWN, ...given },
      });
      return { person, record };
    },

    /** The card of the training, as somebody reaches it. */
    async opens(person: TestPerson) {
      await person.says("/pelatihan");
      return person.presses("1. Pelatihan Bros dan A…");
    },

    /** What the coordinators do in another place: the training changes its state. */
    becomes: (state: string) =>
      sanggar.connection
        .collection<{ _id: string }>("trainings")
        .updateOne({ _id: id }, { $set: { state } }),

    enrolment: (artisan: string) => sanggar.services.enrolments.one(id, artisan),
    training: () => sanggar.services.trainings.byId(id),
    copies: (person: TestPerson, text: string) => sanggar.world.copies(person, text),
    audited: (what: string) =>
      sanggar.connection.collection("audit").countDocuments({ what, result: "allowed" }),
  };
}
