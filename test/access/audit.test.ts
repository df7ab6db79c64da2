import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AuditEntry } from "../../src/access/audit-line.ts";
import { createAudit } from "../../src/access/audit-repository.ts";
import { viewsOf } from "../../src/access/views.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { addArtisan } from "../support/records.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const entry = (given: Partial<AuditEntry> = {}): AuditEntry => ({
  who: 6_100_000_000,
  as: "coordinator",
  what: "doubles.show",
  whom: ["a", "b"],
  from: "private",
  result: "allowed",
  ...given,
});
const stored = () => sanggar.connection.collection<{ _id: number; what: string }>("audit");
const verify = () => sanggar.services.auditProof.verify();

describe("the audit", () => {
  it("of nothing is unbroken", async () => {
    expect(await verify()).toEqual({ ok: true, lines: 0, last: "" });
  });

  it("numbers its lines without a gap, however many are written at once", async () => {
    const { audit, clock } = sanggar.services;
    // A second process does not know what the first one writes.
    const other = createAudit(sanggar.connection, sanggar.cipher, clock);
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        (at % 2 ? audit : other).write(entry({ whom: [`artisan-${at}`] })),
      ),
    );
    const lines = await stored().find().sort({ _id: 1 }).toArray();
    expect(lines.map(({ _id }) => _id)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(await verify()).toMatchObject({ ok: true, lines: 50 });
  });

  it.each([1, 25, 50])("shows that line %i was changed", async (_id) => {
    const line = await stored().findOne({ _id });
    await stored().updateOne({ _id }, { $set: { what: "nothing" } });
    expect(await verify()).toEqual({ ok: false, number: _id, reason: "changed" });
    await stored().updateOne({ _id }, { $set: { what: line?.what ?? "" } });
    expect(await verify()).toMatchObject({ ok: true });
  });

  it.each([1, 25, 50])("shows that line %i is missing", async (_id) => {
    const line = await stored().findOne({ _id });
    await stored().deleteOne({ _id });
    expect(await verify()).toEqual({ ok: false, number: _id, reason: "missing" });
    if (line) await stored().insertOne(line);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it("shows a line that was written anew with a hash of its own", async () => {
    const { hash } = (await stored().findOne({ _id: 7 })) as unknown as { hash: string };
    await stored().updateOne({ _id: 7 }, { $set: { hash: "forged" } });
    expect(await verify()).toMatchObject({ ok: false, number: 7 });
    await stored().updateOne({ _id: 7 }, { $set: { hash } });
  });

  it("is proven by a command, which fails on a break", { timeout: 60_000 }, async () => {
    expect(await prove()).toMatch(/^0: audit: 50 lines, unbroken, last hash [\w-]{43}$/);
    const line = await stored().findOne({ _id: 30 });
    await stored().deleteOne({ _id: 30 });
    expect(await prove()).toBe("1: audit: broken at line 30: missing");
    if (line) await stored().insertOne(line);
  });

  it("tells an artisan who looked, by role, and by name where the viewer has a record", async () => {
    const { audit, roles } = sanggar.services;
    const viewed = await addArtisan(sanggar);
    const viewer = await addArtisan(sanggar, { name: "Bagus Contoh" });
    const which = { telegram: viewer.telegram, role: "coordinator" } as const;
    await roles.give(which, { by: 0, since: sanggar.clock.now() });
    await audit.write(entry({ who: viewer.telegram, whom: [viewed.id] }));
    await audit.write(entry({ who: 6_200_000_000, whom: ["other", viewed.id] }));
    await audit.write(entry({ whom: [viewed.id], result: "refused" }));
    await audit.write(entry({ whom: [viewed.id], what: "record.claim" }));
    const views = await viewsOf(viewed.id, sanggar.services);
    expect(views.map(({ who }) => who)).toEqual(["koordinator Bagus Contoh", "koordinator"]);
    expect(views[0]?.what).toContain("data ganda");
    expect(await viewsOf("artisan-nobody", sanggar.services)).toEqual([]);
    const english = await viewsOf(viewed.id, sanggar.services, "en");
    expect(english[1]?.who).toBe("coordinator");
  });

  it("holds no Telegram id, only what the key makes of it", async () => {
    const lines = await stored().find().toArray();
    expect(JSON.stringify(lines)).not.toMatch(/6\d{9}/);
    const { who } = lines[0] as unknown as { who: string };
    expect(who).toBe(sanggar.services.audit.tokenOf(entry().who));
  });

  it("goes on unbroken when its oldest lines were let go, and still shows a later break", async () => {
    const { audit, auditProof, clock } = sanggar.services;
    const written = await stored().countDocuments();
    await sanggar.world.moveTo(new Date(clock.now().getTime() + 60_000));
    const old = clock.now();
    await audit.write(entry());
    await audit.write(entry());
    expect(await auditProof.prune(old)).toBe(written);
    expect(await auditProof.prune(old)).toBe(0);
    expect(await verify()).toMatchObject({ ok: true, lines: written + 2 });
    await stored().deleteOne({ _id: written + 1 });
    expect(await verify()).toEqual({ ok: false, number: written + 1, reason: "missing" });
  });
});

/** Exit code and output of the command, run on this test's database. */
function prove(): Promise<string> {
  const address = new URL(inject("mongoUri"));
  address.pathname = `/${sanggar.connection.name}`;
  const env = { ...process.env, BOT_TOKEN: "1:test", MONGODB_URI: address.href };
  const command = ["--import", "tsx", "src/access/audit-verify.ts"];
  return new Promise((resolve) =>
    execFile(process.execPath, command, { env }, (error, stdout) =>
      resolve(`${error?.code ?? 0}: ${stdout.trim()}`),
    ),
  );
}
