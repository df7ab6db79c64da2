import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Grant, isInForce, lapseOf } from "../../src/access/role.ts";
import { standingOf } from "../../src/access/standing.ts";
import { seedDemo } from "../../seeds/demo.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { addArtisan } from "../support/records.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
  sanggar.clock.freeze(true);
});
afterAll(() => sanggar.close());

let next = 6_000_000_000;
const newAccount = () => (next += 1);
const given = () => ({ by: 0, since: sanggar.clock.now() });
const held = async (telegram: number) => (await standingOf(telegram, sanggar.services)).held;

describe("a role", () => {
  it("is in force from its beginning for twelve months, until it is taken away", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (a, b) => {
        const grant: Grant = { telegram: 1, role: "owner", since: a, until: lapseOf(a), by: 0 };
        expect(isInForce(grant, b)).toBe(a <= b && b < lapseOf(a));
        expect(isInForce({ ...grant, endedAt: b }, b)).toBe(false);
      }),
    );
  });

  it("is read at every use: it ends at once, and comes back when it is given anew", async () => {
    const { roles, clock } = sanggar.services;
    const which = { telegram: newAccount(), role: "coordinator" } as const;
    expect(await held(which.telegram)).toEqual([]);
    await roles.give(which, given());
    await roles.give(which, given());
    expect(await held(which.telegram)).toEqual([{ role: "coordinator" }]);
    expect(await roles.holders("coordinator", clock.now())).toContain(which.telegram);
    await roles.end(which, clock.now());
    expect(await held(which.telegram)).toEqual([]);
    expect(await roles.holders("coordinator", clock.now())).not.toContain(which.telegram);
    await roles.seed(which, given());
    expect(await held(which.telegram)).toEqual([]);
    await roles.give(which, given());
    expect(await held(which.telegram)).toEqual([{ role: "coordinator" }]);
  });

  it("lapses after twelve months", async () => {
    const which = { telegram: newAccount(), role: "privacyOfficer" } as const;
    await sanggar.services.roles.give(which, given());
    const start = sanggar.clock.now();
    sanggar.clock.set(new Date(lapseOf(start).getTime() - 1));
    expect(await held(which.telegram)).toHaveLength(1);
    sanggar.clock.set(lapseOf(start));
    expect(await held(which.telegram)).toEqual([]);
    sanggar.clock.set(start);
  });

  it("of an artisan follows from the record, and of an owner also from the configuration", async () => {
    const artisan = await addArtisan(sanggar);
    expect(await held(artisan.telegram)).toEqual([{ role: "artisan" }]);
    const services = { ...sanggar.services, ownerIds: [artisan.telegram] };
    expect((await standingOf(artisan.telegram, services)).held).toEqual([
      { role: "artisan" },
      { role: "owner" },
    ]);
  });

  it("of a leader ends when they leave the community", async () => {
    const { artisans, roles } = sanggar.services;
    const leader = await addArtisan(sanggar, { community: "manik-melati" });
    const { telegram, id } = leader;
    await roles.give({ telegram, role: "leader", scope: "manik-melati" }, given());
    expect(await held(telegram)).toContainEqual({ role: "leader", scope: "manik-melati" });
    await artisans.change({ id, version: 9 }, { community: "anyam-rukun" });
    expect(await held(telegram)).toEqual([{ role: "artisan" }]);
  });

  it("is held in the demo by its invented coordinator and leader", async () => {
    await seedDemo(sanggar.services);
    await seedDemo(sanggar.services);
    expect(await held(5_000_000_105)).toEqual([{ role: "coordinator" }]);
    expect(await held(5_000_000_104)).toContainEqual({ role: "leader", scope: "manik-melati" });
  });
});
