import { afterAll, beforeAll, expect, it } from "vitest";
import { firstTraining } from "../../../../seeds/trainings.ts";
import { askedFor, giveGoodAnswer } from "../../../support/form.ts";
import { openSanggar, type TestSanggar } from "../../../support/sanggar.ts";
import { filterCases } from "./filters.ts";
import { pipelineCases } from "./pipelines.ts";
import { updateCases } from "./updates.ts";

let sanggar: TestSanggar;
const used = new Set<string>();
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.connection
    .getClient()
    .on("commandStarted", ({ command }) =>
      operatorsIn(sent(command)).forEach((name) => used.add(name)),
    );
});
afterAll(() => sanggar.close());

/** Added by the driver to every command; they ask nothing of the documents. */
const OF_THE_DRIVER = new Set(["$db", "$clusterTime", "$readPreference"]);

/** As it goes over the wire: mongoose hands the driver objects of its own, with inner fields. */
const sent = (command: unknown): unknown => JSON.parse(JSON.stringify(command));

function operatorsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(operatorsIn);
  if (value === null || typeof value !== "object" || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name.startsWith("$") && !OF_THE_DRIVER.has(name) ? [name] : []),
    ...operatorsIn(inner),
  ]);
}

it("the bot uses no operator or stage that has no conformance case", async () => {
  await sanggar.services.trainings.add(firstTraining);
  const { person } = await askedFor("kecamatan", sanggar);
  await person.says("/batal");
  const { person: rina } = await askedFor("review", sanggar);
  await giveGoodAnswer(rina, "review");
  await rina.says("/pelatihan");
  await rina.presses("1. Pelatihan Bros dan A…");
  await rina.presses("Ikut");
  await rina.blocks();
  await sanggar.world.moveTo(new Date("2025-08-15T10:00:00+07:00"));
  await rina.unblocks();
  await sanggar.world.moveTo(new Date("2025-08-23T10:00:00+07:00"));

  const proven = new Set(operatorsIn([filterCases, updateCases, pipelineCases]));
  expect(used.size).toBeGreaterThan(8);
  expect([...used].filter((name) => !proven.has(name))).toEqual([]);
});
