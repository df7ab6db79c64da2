import { expect, it } from "vitest";
import { eraseSteps } from "../../src/privacy/erase.ts";
import { allDocuments } from "../privacy/rina.ts";
import { addUnclaimed } from "../support/records.ts";
import { openPromises, training } from "./promising.ts";

const OURS = ["plans", "changeDrafts", "receipts", "livingCards"];

it("an erased person leaves a receipt without a name, and no trace in plans, drafts and cards", async () => {
  const field = await openPromises();
  const { bagus, opens, rina, sanggar, services } = field;
  const ours = async () =>
    (await allDocuments(sanggar)).filter(({ collection }) => OURS.includes(collection));
  await rina.says("/pelatihan");
  await rina.presses("1. Pelatihan Bros dan A…");
  await rina.presses("Kartu pelatihan saya");
  await services.receipts.answer({
    ...{ training, artisan: "rina", what: "transport", state: "received" },
    at: sanggar.clock.now(),
  });
  await opens(bagus);
  await bagus.presses("Tempat");
  await bagus.presses("Semua hari");
  await bagus.says("Aula Dekranasda");
  await bagus.presses("Kirim perubahan");
  await opens(bagus);
  const [plan] = await services.plans.of(training);
  if (!plan) throw new Error("no plan");
  const begun = { id: "plan:x:3:A", version: 3, told: ["rina", "sumi"], by: 7 };
  await services.plans.begin({ ...plan, ...begun, state: "begun" });
  expect(new Set((await ours()).map(({ collection }) => collection))).toEqual(new Set(OURS));

  for (const { run } of eraseSteps({ artisan: "rina", chat: rina.id }, services)) await run();
  for (const { run } of eraseSteps({ chat: bagus.id }, services)) await run();
  const left = JSON.stringify(await ours());
  expect(left).not.toContain('"rina"');
  expect(left).not.toContain(":rina");
  expect(left).not.toContain(String(rina.id));
  expect(left).not.toContain(String(bagus.id));
  expect(left).toContain('"told":["sumi"]');
  expect(left).toContain("received");
  expect(await services.receipts.of(training, "transport")).toHaveLength(1);
});

it("counts the receipt of a record that was united with another for who takes part now", async () => {
  const field = await openPromises();
  const { bagus, opens, sanggar, services } = field;
  await addUnclaimed(sanggar, {
    id: "lama",
    name: "Rina Lama",
    state: "merged",
    mergedInto: "rina",
  });
  await services.receipts.answer({
    ...{ training, artisan: "lama", what: "transport", state: "received" },
    at: sanggar.clock.now(),
  });
  await opens(bagus);
  await bagus.presses("Buku janji");
  const list = await bagus.presses("Tanda terima transport");
  expect(list.text).toContain("Sudah terima: 1. Belum: 2.");
  expect(list.text).toContain("Rina: sudah terima");
});
