import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { doubleId } from "../../src/doubles/double.ts";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { addArtisan } from "../support/records.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());
beforeEach(async () => {
  await sanggar.connection.collection("artisans").deleteMany({});
  await sanggar.connection.collection("doubles").deleteMany({});
});

const flag = (id: string) => flagDoubles(id, sanggar.services);
const open = () => sanggar.services.doubles.open(50);

describe("a record that was added", () => {
  it("is flagged with one of the same number, also where neither is verified", async () => {
    const phone = { number: "+6281234567890", verified: false };
    const mother = await addArtisan(sanggar, { name: "Eti Suhaeti", phone });
    const son = await addArtisan(sanggar, { name: "Dadang", kecamatan: "36.04.30", phone });
    await flag(son.id);
    await flag(son.id);
    expect(await open()).toMatchObject([
      { id: doubleId(mother.id, son.id), state: "open", reasons: ["phone"] },
    ]);
    expect(await sanggar.services.doubles.countOpen()).toBe(1);
  });

  it("is flagged with a close name in its kecamatan, the likeliest first", async () => {
    await addArtisan(sanggar, { name: "Mochammad Jusuf", birthYear: 1980 });
    await addArtisan(sanggar, { name: "Mohamad Yusup" });
    await addArtisan(sanggar, { name: "Muhammad Yusuf", kecamatan: "36.04.30" });
    await addArtisan(sanggar, { name: "Muhammad Rizki" });
    const own = await addArtisan(sanggar, { name: "H. Muhammad Yusuf", birthYear: 1980 });
    await flag(own.id);
    const found = await open();
    expect(found.map(({ weight }) => weight)).toEqual([85, 60]);
    expect(found.every(({ reasons }) => reasons.join() === "name")).toBe(true);
  });

  it("of a name that many bear is flagged with the twenty likest", async () => {
    for (let year = 1950; year < 1975; year += 1)
      await addArtisan(sanggar, {
        name: "Siti Aminah",
        ...(year % 5 === 0 && { birthYear: 1980 }),
      });
    const own = await addArtisan(sanggar, { name: "Siti Aminah", birthYear: 1980 });
    await flag(own.id);
    const weights = (await open()).map(({ weight }) => weight);
    expect(weights).toHaveLength(20);
    expect(weights.slice(0, 5).every((weight) => weight === 85)).toBe(true);
  });

  it("leaves no number to be read in the database", async () => {
    const phone = { number: "+6281298765432", verified: false };
    await flag((await addArtisan(sanggar, { phone })).id);
    const stored = await sanggar.connection.collection("artisans").find({}).toArray();
    expect(JSON.stringify(stored)).not.toContain("98765432");
    expect(stored[0]).toMatchObject({ phoneKey: expect.any(String) as string });
    expect(stored[0]).not.toHaveProperty("phoneIndex");
  });

  it("is not compared with a record that was merged away", async () => {
    const gone = await addArtisan(sanggar, { name: "Siti Aminah", state: "merged" });
    const own = await addArtisan(sanggar, { name: "Siti Aminah" });
    await flag(own.id);
    await flag(gone.id);
    expect(await open()).toEqual([]);
  });
});

describe("a question that was raised", () => {
  it("is taken back when the record changes so that nothing speaks for it", async () => {
    const { artisans } = sanggar.services;
    await addArtisan(sanggar, { name: "Siti Aminah" });
    const own = await addArtisan(sanggar, { name: "Siti Aminah" });
    await flag(own.id);
    expect(await open()).toHaveLength(1);
    await artisans.change({ id: own.id, version: 9 }, { name: "Siti Maryam" });
    await flag(own.id);
    expect(await open()).toEqual([]);
  });

  it("stays decided, and stays when somebody's claim raised it", async () => {
    const { doubles, clock } = sanggar.services;
    const one = await addArtisan(sanggar, { name: "Siti Aminah" });
    const own = await addArtisan(sanggar, { name: "Siti Aminah" });
    await flag(own.id);
    const [pair] = await open();
    if (!pair) throw new Error("no pair");
    expect(await doubles.different(pair, 1, clock.now())).toBe(true);
    expect(await doubles.different(pair, 1, clock.now())).toBe(false);
    await flag(own.id);
    expect(await open()).toEqual([]);

    const other = await addArtisan(sanggar, { name: "Asep" });
    const claim = { reasons: [], weight: 1, claimed: true } as const;
    await doubles.flag(one.id, other.id, claim, clock.now());
    await flag(one.id);
    await flag(other.id);
    expect(await open()).toHaveLength(1);
  });

  it("is one, however many workers raise it at once", async () => {
    await addArtisan(sanggar, { name: "Siti Aminah" });
    const own = await addArtisan(sanggar, { name: "Siti Aminah" });
    await Promise.all(Array.from({ length: 20 }, () => flag(own.id)));
    expect(await open()).toHaveLength(1);
  });
});

it("looks at an index, not at all records", async () => {
  const sent: string[] = [];
  const own = await addArtisan(sanggar, {
    name: "Siti Aminah",
    phone: { number: "+6281234567890", verified: false },
  });
  const listen = ({ command }: { command: object }) => sent.push(JSON.stringify(command));
  sanggar.connection.getClient().on("commandStarted", listen);
  await flag(own.id);
  sanggar.connection.getClient().off("commandStarted", listen);
  const finds = sent.filter((one) => one.startsWith('{"find":"artisans"'));
  expect(finds).toHaveLength(3);
  expect(finds.filter((one) => /"phoneKey":|"nameKeys":\{"\$in"/.test(one))).toHaveLength(2);
});
