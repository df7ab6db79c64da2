import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const DAY = 86_400_000;
const PLACES = ["roles", "invitations", "tries", "leaderships", "desks"];

let sanggar: TestSanggar;
let wulan: TestPerson;
let record: string;
beforeAll(async () => {
  sanggar = await openSanggar();
  const { services, clock } = sanggar;
  const now = clock.now();
  wulan = sanggar.world.person("Wulan");
  const bagus = sanggar.world.person("Bagus");
  await services.communities.seed({
    ...{ id: "sulam", name: "Sulam", kecamatan: ["36.04.19"], state: "active", invented: true },
    leaders: [],
  });
  const phone = { number: "+6281200000555", verified: true };
  record = (await addArtisan(sanggar, { telegram: wulan.id, community: "sulam", phone })).id;
  for (const { id } of [wulan, bagus])
    await services.roles.give({ telegram: id, role: "coordinator" }, { by: wulan.id, since: now });
  await bagus.says("/komunitas");
  await bagus.presses("1. Sulam");
  await bagus.presses("Undang ketua");
  const asked = await bagus.says("0812 0000 0555");
  await wulan.starts(/start=(i_[\w-]+)/.exec(asked.text)?.[1] ?? "");
  await bagus.sees();
  await bagus.presses("Ya, Perajin b");
  await wulan.says("/komunitas");
  await wulan.presses("1. Sulam");
  await wulan.presses("Undang ketua");
  await wulan.says("0812 0000 0555");
  await wulan.says("/komunitas");
  await wulan.presses("Komunitas baru");
  const other = { community: "sulam", artisan: "artisan-other", since: now, by: wulan.id };
  await services.leaderships.begin(other);
  await services.tries.take(wulan.id, "invitation", { most: 5, withinMs: DAY }, now);
});
afterAll(() => sanggar.close());

const kept = async () => {
  const all = await Promise.all(
    PLACES.map(async (name) => [
      name,
      JSON.stringify(await sanggar.connection.collection(name).find({}).toArray()),
    ]),
  );
  return Object.fromEntries(all) as Record<string, string>;
};

it("roles, invitations, tries and what one writes lead to their person, and to nobody after erasure", async () => {
  const before = await kept();
  for (const name of PLACES)
    expect([name, before[name]]).toEqual([name, expect.stringContaining(String(wulan.id))]);
  expect(before["leaderships"]).toContain(record);
  await wulan.says("/hapus");
  await wulan.presses("Ya, hapus");
  await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + 8 * DAY));
  await sanggar.tick();
  const after = await kept();
  for (const name of PLACES) {
    expect([name, after[name]]).toEqual([name, expect.not.stringContaining(String(wulan.id))]);
    expect(after[name]).not.toContain(record);
  }
  expect(after["leaderships"], "what she only wrote down stays").toContain("artisan-other");
});

it("tries and old invitations go by night", async () => {
  await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + 40 * DAY));
  await sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + DAY));
  const { invitations, tries, desks } = await kept();
  expect([invitations, tries, desks]).toEqual(["[]", "[]", "[]"]);
});
