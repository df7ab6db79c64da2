import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Demo, failToStart, startDemo } from "../support/demo.ts";
import { REGISTRATION, RINA } from "../support/rina.ts";

const START = ["--now", "2025-08-14T09:00+07:00"];

let data: string;
let demo: Demo | undefined;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "sanggar-demo-"));
});
afterEach(async () => {
  await demo?.kill("SIGKILL");
  await rm(data, { recursive: true });
});

describe("the demo", () => {
  it("loses no answer when it is killed after each one", { timeout: 180_000 }, async () => {
    demo = await startDemo(data, ...START);
    for (const [route, body, next] of REGISTRATION) {
      await demo.act(route, { person: RINA, ...body });
      await demo.kill("SIGKILL");
      demo = await startDemo(data);
      await demo.sees(RINA, next);
    }
    await demo.act("say", { person: RINA, text: "/profil" });
    const profile = await demo.sees(RINA, "Data Bapak/Ibu");
    expect(profile.text).toContain("Nama: Rina Contoh");
    expect(profile.text).toContain("Kecamatan: Kec. Anyar");
    expect(profile.text).toContain("Komunitas: Kriya Pesisir Bersama");
    expect(profile.text).toContain("Kerajinan: Rajut & makrame");
    expect(profile.text).toContain("Nomor HP: 0812-••••-0101");
  });

  it("ends within five seconds on SIGTERM, and goes on where it was", async () => {
    demo = await startDemo(data, ...START);
    await demo.act("start", { person: RINA });
    await demo.sees(RINA, "Mulai dengan menekan tombol");
    const before = await demo.messages(RINA);
    const begun = performance.now();
    expect(await demo.kill("SIGTERM")).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5_000);
    demo = await startDemo(data);
    expect(await demo.messages(RINA)).toEqual(before);
  });

  it("says in one sentence why it cannot start", async () => {
    demo = await startDemo(data, ...START);
    const { port } = new URL(demo.url);
    const elsewhere = join(data, "elsewhere");
    expect(await failToStart("--port", port, "--data", elsewhere)).toMatch(
      /^Port \d+ is in use\. Choose another: --port \d+\n$/,
    );
    expect(await failToStart("--port", "0", "--data", data)).toMatch(
      /^A demo is running on .+\. End it, or choose another: --data\n$/,
    );
    expect(await failToStart("--now", "kemarin")).toContain("--now kemarin is not a moment");
  });

  it("begins anew with --reset", async () => {
    demo = await startDemo(data, ...START);
    await demo.act("start", { person: RINA });
    await demo.kill("SIGKILL");
    demo = await startDemo(data, ...START, "--reset");
    expect(await demo.messages(RINA)).toEqual([]);
  });
});
