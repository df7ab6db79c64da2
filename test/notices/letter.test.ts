import { describe, expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { inEveryLanguage } from "../../src/notices/letter.ts";
import { type NewLetter, sendLetter } from "../../src/notices/send-letter.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar } from "../support/sanggar.ts";

async function open() {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  const { services, world } = sanggar;
  await services.trainings.add(firstTraining);
  const rina = world.person("Rina");
  await rina.starts();
  const { id } = await addArtisan(sanggar, { telegram: rina.id, name: "Rina" });
  await services.trainings.takeSeat(firstTraining.id, id, sanggar.clock.now());
  const send = (given: Partial<NewLetter> = {}) =>
    sendLetter(
      {
        ...{ id: `change:${firstTraining.id}:1`, message: "training-changed", to: [id] },
        values: inEveryLanguage(services.texts, ({ language }) => ({
          training: firstTraining.title,
          changes: language === "id" ? "Semula Jumat. Menjadi Sabtu." : "Was Friday. Is Saturday.",
          contact: firstTraining.contact,
        })),
        buttons: [[{ label: "training-all", press: "trainings" }]],
        urgency: "anyTime",
        ...{ training: firstTraining.id, planVersion: 1 },
        notAfter: new Date(sanggar.clock.now().getTime() + 86_400_000),
        ...given,
      },
      services,
    );
  const state = async () =>
    (await sanggar.connection.collection("deliveries").findOne({ artisan: id }))?.[
      "state"
    ] as string;
  return { sanggar, rina, artisan: id, send, state };
}

describe("a letter", () => {
  it("reaches whom it names, in their language, with its code and its buttons", async () => {
    const { sanggar, rina, send } = await open();
    expect(await send()).toBe(true);
    expect(await send(), "written twice it is one").toBe(false);
    await sanggar.tick();
    const [seen] = (await rina.sees()).messages;
    expect(seen?.text).toContain("Menjadi Sabtu.");
    expect(seen?.text).toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3}/);
    expect(sanggar.world.copies(rina, "Menjadi Sabtu.")).toBe(1);
  });

  it("is superseded by another plan, and cancelled where it concerns its reader no more", async () => {
    const { sanggar, send, state } = await open();
    const { clock, services } = sanggar;
    await services.trainings.changePlan(firstTraining.id, 1, { place: "Aula" }, clock.now());
    await send({ ofThisPlan: true });
    await sanggar.tick();
    expect(await state()).toBe("superseded");
  });

  it("stays unsent to who gave the seat up meanwhile", async () => {
    const { sanggar, artisan, send, state } = await open();
    await send({ whileIn: ["accepted", "confirmed"] });
    await sanggar.services.trainings.giveUpSeat(firstTraining.id, artisan, sanggar.clock.now());
    await sanggar.tick();
    expect(await state()).toBe("cancelled");
  });

  it("comes to who paused notices only if it must always come", async () => {
    const { sanggar, rina, send, state } = await open();
    await rina.says("/jeda");
    await send();
    await sanggar.tick();
    expect(await state()).toBe("cancelled");
    await send({ id: "change:2", always: true });
    await sanggar.tick();
    expect(sanggar.world.copies(rina, "Menjadi Sabtu.")).toBe(1);
  });
});
