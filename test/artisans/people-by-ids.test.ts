import { expect, it, onTestFinished } from "vitest";
import { peopleByIds } from "../../src/artisans/people-by-ids-repository.ts";
import { openTestDatabase } from "../support/database.ts";

it("people are read by their ids, however many are asked for, without those that are gone", async () => {
  const database = await openTestDatabase();
  onTestFinished(() => database.drop());
  const { connection } = database;
  const ids = Array.from({ length: 1_201 }, (_, at) => `artisan-${at}`);
  const rows = connection.collection<{ _id: string; name: string; kecamatan: string }>("artisans");
  await rows.insertMany(ids.slice(1).map((_id) => ({ _id, name: `N ${_id}`, kecamatan: "x" })));
  const read = peopleByIds(connection, "name", ({ name, kecamatan }) => ({ name, kecamatan }));
  const people = await read(ids);
  expect(people.size).toBe(1_200);
  expect(people.get("artisan-0")).toBeUndefined();
  expect(people.get("artisan-1200")).toEqual({ name: "N artisan-1200" });
});
