import { execFile } from "node:child_process";
import { inject, afterEach, beforeEach, describe, expect, it } from "vitest";
import { beginOwner, drawFirstOwnerCode } from "../../src/access/first-owner.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
beforeEach(async () => {
  sanggar = await openSanggar();
});
afterEach(() => sanggar.close());

const MINUTE = 60_000;
const draw = async () => (await drawFirstOwnerCode(sanggar.services))?.code ?? "";
const owners = () => sanggar.services.roles.holders("owner", sanggar.clock.now());
const later = (minutes: number) =>
  sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + minutes * MINUTE));

describe("the first owner", () => {
  it("is nobody who just comes first, whatever a stranger sends", async () => {
    const stranger = sanggar.world.person("Orang");
    await stranger.starts();
    expect((await stranger.says("/admin")).text).toContain("tidak cocok");
    expect((await stranger.says("/admin saya admin")).text).toContain("tidak cocok");
    expect(await owners()).toEqual([]);
    expect((await stranger.says("/peran")).text).toContain("petugas yang berwenang");
  });

  it("is who sends the code, as it was printed or as it was copied by hand", async () => {
    const code = await draw();
    expect(code).toMatch(/^(\w{5}-){5}\w$/);
    const dewi = sanggar.world.person("Dewi");
    const begun = await dewi.says(`/admin ${code.toLowerCase().replaceAll("-", " ")}`);
    expect(begun.text).toContain("admin pertama");
    expect(await owners()).toEqual([dewi.id]);
    expect((await dewi.says("/peran")).text).toContain("Dewi");
    const lines = await sanggar.connection
      .collection("audit")
      .find({ what: "owner.begin" })
      .toArray();
    expect(lines.map(({ result }) => result as string)).toEqual(["allowed"]);
    const kept = JSON.stringify(
      await sanggar.connection.collection("invitations").find().toArray(),
    );
    expect(kept).not.toContain(code.replaceAll("-", ""));
  });

  it("stays the only one: the code works once, and for no stranger after", async () => {
    const code = await draw();
    const dewi = sanggar.world.person("Dewi");
    const other = sanggar.world.person("Orang");
    await dewi.says(`/admin ${code}`);
    expect((await other.says(`/admin ${code}`)).text).toContain("tidak cocok");
    expect(await drawFirstOwnerCode(sanggar.services)).toBeUndefined();
    expect(await owners()).toEqual([dewi.id]);
  });

  it("does not come back by the same code once the role was taken away", async () => {
    const code = await draw();
    const dewi = sanggar.world.person("Dewi");
    await dewi.says(`/admin ${code}`);
    await later(1);
    await sanggar.services.roles.end({ telegram: dewi.id, role: "owner" }, sanggar.clock.now());
    expect((await dewi.says(`/admin ${code}`)).text).toContain("tidak cocok");
    expect(await owners()).toEqual([]);
  });

  it("is not made by a code of 15 minutes ago, nor by one that was printed anew since", async () => {
    const dewi = sanggar.world.person("Dewi");
    const old = await draw();
    await later(15);
    expect((await dewi.says(`/admin ${old}`)).text).toContain("tidak cocok");
    const [first, second] = [await draw(), await draw()];
    expect((await dewi.says(`/admin ${first}`)).text).toContain("tidak cocok");
    expect((await dewi.says(`/admin ${second}`)).text).toContain("admin pertama");
  });

  it("is one of fifty who send the code at the same moment", async () => {
    const code = (await draw()).replaceAll("-", "");
    const begun = await Promise.all(
      Array.from({ length: 50 }, (_, at) => beginOwner(6_300_000_000 + at, code, sanggar.services)),
    );
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owners()).toHaveLength(1);
  });

  it("hears nothing any more after five wrong codes within the hour", async () => {
    const stranger = sanggar.world.person("Orang");
    const code = await draw();
    for (let at = 0; at < 5; at += 1)
      expect((await stranger.says(`/admin 2345${at}`)).messages).toHaveLength(1);
    expect((await stranger.says("/admin 23456")).messages).toEqual([]);
    expect((await stranger.says(`/admin ${code}`)).messages).toEqual([]);
    expect(await owners()).toEqual([]);
  });

  it("is not to be had while the configuration names one", async () => {
    const services = { ...sanggar.services, ownerIds: [1] };
    expect(await drawFirstOwnerCode(services)).toBeUndefined();
    const code = (await draw()).replaceAll("-", "");
    expect(await beginOwner(2, code, services)).toEqual({ ok: false, reason: "unknown" });
  });

  it("gets the code from a command, which refuses when there is an owner", async () => {
    const printed = await run();
    expect(printed).toMatch(/^0: Send this to the bot/);
    expect(printed).toMatch(/\n\/admin (\w{5}-){5}\w\n/);
    await sanggar.services.roles.give(
      { telegram: 1, role: "owner" },
      { by: 0, since: new Date(Date.now() - MINUTE) },
    );
    expect(await run()).toMatch(/^1: There is an owner already/);
  }, 60_000);
});

/** Exit code and output of the command, run on this test's database. */
function run(): Promise<string> {
  const address = new URL(inject("mongoUri"));
  address.pathname = `/${sanggar.connection.name}`;
  const env = {
    ...process.env,
    ...{ BOT_TOKEN: "1:test", MONGODB_URI: address.href, FIELD_KEYS: `test=${"5a".repeat(32)}` },
  };
  const command = ["--import", "tsx", "src/bootstrap.ts"];
  return new Promise((resolve) =>
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve(`${error?.code ?? 0}: ${(stdout + stderr).trim()}`),
    ),
  );
}
