import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { changeRecord } from "../../src/artisans/change.ts";
import { fillNameStarts } from "../../src/artisans/fill-name-starts.ts";
import { nameStarts } from "../../src/artisans/name-search.ts";
import { armCrashes } from "../../src/crash.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  for (const name of ["artisans", "doubles", "jobs"])
    await sanggar.connection.collection(name).deleteMany({});
});
afterEach(() => armCrashes(undefined));

const records = () => sanggar.connection.collection<{ _id: string }>("artisans");
const open = () => sanggar.services.doubles.open(9);

it("a change whose process dies before it is compared with others is compared by the next tick", async () => {
  const { services } = sanggar;
  const other = await addArtisan(sanggar, { name: "Rina Wulandari" });
  const mine = await addArtisan(sanggar, { name: "Sumi Contoh" });
  const change = (version: number, value: string) =>
    changeRecord(mine, { field: "name", value, version }, services);
  armCrashes((point) => {
    if (point === "corrected") throw new Error("died here");
  });
  await expect(change(3, "Rina Wulandari")).rejects.toThrow("died here");
  expect(await services.artisans.byId(mine.id)).toMatchObject({ name: "Rina Wulandari" });
  expect(await open()).toEqual([]);
  armCrashes(undefined);
  await sanggar.tick();
  expect(await open()).toMatchObject([{ artisans: [other.id, mine.id].sort() }]);
  expect(await services.recordUpkeep.uncompared(9)).toEqual([]);
  await change(4, "Sumi Contoh");
  expect(await services.recordUpkeep.uncompared(9)).toEqual([]);
  expect(await open()).toEqual([]);
});

it("a later change still waits when an earlier one was compared", async () => {
  const { recordUpkeep } = sanggar.services;
  const { id } = await addArtisan(sanggar);
  await sanggar.services.artisans.change({ id, version: 5, compare: true }, { whatsapp: true });
  await recordUpkeep.compared(id, 4);
  expect(await recordUpkeep.uncompared(9)).toEqual([{ id, change: 5 }]);
});

it("records saved before names were found by two starts are found after the first tick, once", async () => {
  const { services } = sanggar;
  const ids: string[] = [];
  for (let one = 0; one < 3; one += 1)
    ids.push((await addArtisan(sanggar, { name: "Rina Wulan Sari" })).id);
  const [none = "", single = "", renamed = ""] = ids;
  await records().updateOne({ _id: none }, { $unset: { startKeys: 1 } });
  await records().updateOne({ _id: single }, { $set: { startKeys: ["rin", "sar", "wul"] } });
  await services.artisans.change({ id: renamed, version: 1 }, { name: "Dewi Lestari" });
  await sanggar.tick();
  const stored = async (_id: string) =>
    ((await records().findOne({ _id })) as { startKeys?: string[] } | null)?.startKeys;
  for (const id of [none, single]) expect(await stored(id)).toEqual(nameStarts("Rina Wulan Sari"));
  expect(await stored(renamed)).toEqual(nameStarts("Dewi Lestari"));
  await records().updateOne({ _id: none }, { $unset: { startKeys: 1 } });
  await sanggar.tick();
  expect(await stored(none), "it is not gone through a second time").toBeUndefined();
});

it("is gone on with when it was told to stop", async () => {
  const { services } = sanggar;
  const { id } = await addArtisan(sanggar, { name: "Rina Wulan Sari" });
  await records().updateOne({ _id: id }, { $unset: { startKeys: 1 } });
  await fillNameStarts(services, AbortSignal.abort());
  expect(await records().findOne({ _id: id })).not.toHaveProperty("startKeys");
  await fillNameStarts(services);
  expect(await records().findOne({ _id: id })).toHaveProperty("startKeys");
});
