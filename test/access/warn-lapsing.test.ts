import { afterEach, beforeEach, expect, it } from "vitest";
import type { Seen } from "../../src/sandbox/telegram/client.ts";
import { DAY_MS, type Office, openOffice, OWN } from "../communities/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { roles, clock } = office.sanggar.services;
  await roles.give({ telegram: dewi().id, role: "owner" }, { by: 0, since: clock.now() });
});
afterEach(() => office.sanggar.close());

const dewi = () => office.sanggar.world.person("Dewi", { id: 5_900_000_001 });
const allOf = ({ messages }: Seen) => messages.map(({ text }) => text).join("\n");
const OPENED = new Date("2025-08-14T09:00:00+07:00").getTime();
/** So many days after the roles were given, at five past nine in the morning. */
const onDay = async (days: number) => {
  office.sanggar.clock.set(new Date(OPENED + days * DAY_MS + 300_000));
  await office.sanggar.tick();
};

it("tells who holds a role, and who can renew it, thirty days before it lapses, and once", async () => {
  const { wulan, bagus } = office;
  const owner = dewi();
  await onDay(334);
  for (const person of [wulan, bagus, owner]) {
    const { text } = await person.sees();
    expect(text).not.toContain("berakhir");
  }
  await onDay(335);
  expect((await wulan.sees()).text).toContain(
    "sebagai ketua Sulam Harapan Petir berakhir Jum, 14 Agu 2026",
  );
  const coordinator = allOf(await bagus.sees());
  expect(coordinator).toContain("Peran Bapak/Ibu sebagai koordinator berakhir");
  expect(coordinator).toContain("Peran seorang ketua Sulam Harapan Petir berakhir");
  const told = allOf(await owner.sees());
  expect(told).toContain("Satu peran sebagai koordinator berakhir");
  expect(told).toContain("Peran Bapak/Ibu sebagai admin berakhir");
  expect(`${coordinator}${told}`, "nobody is named").not.toMatch(/Wulan|Bagus/);
  await onDay(336);
  expect((await wulan.sees()).text).not.toContain("berakhir");
});

it("tells of a renewed role again before its next end, and of an ended one never", async () => {
  const { wulan, bagus, sanggar } = office;
  const { roles } = sanggar.services;
  await onDay(335);
  await Promise.all([wulan.sees(), bagus.sees()]);
  const which = { telegram: wulan.id, role: "leader", scope: OWN } as const;
  await roles.renew(which, sanggar.clock.now());
  await roles.end({ telegram: bagus.id, role: "coordinator" }, sanggar.clock.now());
  await onDay(400);
  expect((await wulan.sees()).text).not.toContain("berakhir");
  await onDay(335 + 336);
  expect((await wulan.sees()).text).toContain("ketua Sulam Harapan Petir berakhir");
  expect((await bagus.sees()).text).not.toContain("Peran Bapak/Ibu");
});

it("is told by one of two processes", async () => {
  const { services, clock } = office.sanggar;
  office.sanggar.clock.set(new Date(OPENED + 340 * DAY_MS));
  const [grant] = await services.roles.lapsing(clock.now(), new Date(OPENED + 370 * DAY_MS));
  if (!grant) throw new Error("nothing lapses");
  const both = await Promise.all([
    services.roles.takeWarning(grant),
    services.roles.takeWarning(grant),
  ]);
  expect(both.filter(Boolean)).toHaveLength(1);
});
