import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GivenRole } from "../../src/access/role.ts";
import { standingOf } from "../../src/access/standing.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { type Action, ACTIONS, permitOf, type Thing } from "../../src/bot/gate.ts";
import type { Double } from "../../src/doubles/double.ts";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import { mergeRecords } from "../../src/doubles/merge.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";

const OWN = "manik-melati";
const FOREIGN = "anyam-rukun";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
});
afterAll(() => sanggar.close());

const given = () => ({ by: 0, since: sanggar.clock.now() });
const GIVEN: GivenRole[] = ["leader", "coordinator", "owner", "privacyOfficer"];
const KINDS = ["none", "artisan", ...GIVEN, ...GIVEN.map((role) => `ex-${role}` as const)] as const;
type Kind = (typeof KINDS)[number];

/** Somebody of this kind; all but "none" have a record in the own community. */
async function somebody(kind: Kind): Promise<{ person: TestPerson; record: Artisan | undefined }> {
  const person = sanggar.world.person(`Orang ${kind}`);
  const record =
    kind === "none"
      ? undefined
      : await addArtisan(sanggar, {
          telegram: person.id,
          name: `Orang ${kind.replace("-", " ")}`,
          community: OWN,
          kecamatan: "36.04.05",
        });
  const role = GIVEN.find((one) => kind.endsWith(one));
  if (role) {
    const which = { telegram: person.id, role, ...(role === "leader" && { scope: OWN }) };
    await sanggar.services.roles.give(which, given());
    if (kind.startsWith("ex-")) await sanggar.services.roles.end(which, sanggar.clock.now());
  }
  return { person, record };
}

describe("the table", () => {
  const THINGS = ["own", "foreign", "unknown"] as const;
  type Which = (typeof THINGS)[number];

  /** What the thing is: the own record, somebody else's in another community, or none at all. */
  const thingOf = (which: Which, person: TestPerson, record?: Artisan): Thing =>
    ({
      own: {
        artisans: record ? [record.id, "artisan-other"] : [],
        community: OWN,
        registrar: person.id,
        author: person.id,
      },
      foreign: { artisans: ["artisan-other"], community: FOREIGN, registrar: 1, author: 1 },
      unknown: {},
    })[which];

  const BY_STAFF: Partial<Record<Kind, Which[]>> = {
    coordinator: ["own", "foreign", "unknown"],
    leader: ["own"],
  };

  /** Written out once more, by hand: everything else is refused. */
  const ALLOWED: Record<Action, Partial<Record<Kind, Which[]>>> = {
    "doubles.list": { coordinator: ["own", "foreign", "unknown"] },
    "doubles.show": { coordinator: ["foreign", "unknown"] },
    "doubles.decide": { coordinator: ["foreign", "unknown"] },
    "record.merge": { coordinator: ["foreign", "unknown"] },
    "record.unmerge": { coordinator: ["foreign", "unknown"] },
    "record.claim": Object.fromEntries(KINDS.map((kind) => [kind, [...THINGS]])),
    "record.disown": { coordinator: ["own", "foreign", "unknown"], leader: ["own"] },
    "notice.list": BY_STAFF,
    "notice.write": BY_STAFF,
    "notice.names": BY_STAFF,
    "notice.send": BY_STAFF,
    "notice.steer": BY_STAFF,
    "notice.correct": BY_STAFF,
    "notice.report": BY_STAFF,
    "notice.read": Object.fromEntries(KINDS.map((kind) => [kind, [...THINGS]])),
    "member.register": { coordinator: ["own", "foreign", "unknown"] },
  };

  it.each(KINDS)("lets %s do what is written here, in private, and nothing else", async (kind) => {
    const { person, record } = await somebody(kind);
    const standing = await standingOf(person.id, sanggar.services);
    for (const action of ACTIONS)
      for (const which of THINGS)
        for (const chat of ["private", "group"] as const) {
          const may = permitOf(standing, action, thingOf(which, person, record), chat);
          const expected = chat === "private" && ALLOWED[action][kind]?.includes(which);
          expect([action, which, chat, may !== undefined]).toEqual([
            ...[action, which, chat],
            expected ?? false,
          ]);
        }
  });

  it("lets a leader register members of the own community, but not their own record", async () => {
    const { person, record } = await somebody("leader");
    const standing = await standingOf(person.id, sanggar.services);
    const may = (thing: Thing) => permitOf(standing, "member.register", thing, "private");
    expect(may({ artisans: ["artisan-new"], community: OWN })).toBe("leader");
    expect(may({ artisans: [record?.id ?? ""], community: OWN })).toBeUndefined();
    expect(may({ artisans: ["artisan-new"] })).toBeUndefined();
  });

  it("refuses what does not stand in it, whoever asks", async () => {
    const { person } = await somebody("coordinator");
    const standing = await standingOf(person.id, sanggar.services);
    const other = fc.string().filter((action) => !ACTIONS.includes(action as Action));
    fc.assert(
      fc.property(fc.oneof(other, fc.constantFrom("constructor", "__proto__")), (action) => {
        expect(permitOf(standing, action, {}, "private")).toBeUndefined();
      }),
    );
  });
});

describe("a press", () => {
  let pair: { a: Artisan; b: Artisan; double: Double };
  let merge: string;
  let before: unknown;

  const KEPT = ["artisans", "doubles", "merges", "claims", "roles", "communities", "trainings"];
  const everything = async () =>
    Object.fromEntries(
      await Promise.all(
        KEPT.map(async (name) => {
          const found = await sanggar.connection.collection(name).find({}).toArray();
          return [name, found.sort((x, y) => String(x._id).localeCompare(String(y._id)))] as const;
        }),
      ),
    );

  beforeEach(async () => {
    for (const name of KEPT) await sanggar.connection.collection(name).deleteMany({});
    const rina = await addArtisan(sanggar, { name: "Rahasia Wulandari", workers: "1" });
    const again = await addUnclaimed(sanggar, { name: "Rahasia Wulandari", workers: "2-4" });
    await flagDoubles(rina.id, sanggar.services);
    const [double] = await sanggar.services.doubles.openOf(rina.id);
    const eti = await addArtisan(sanggar, { name: "Tertutup Suhaeti", kecamatan: "36.04.30" });
    const twin = { name: "Tertutup Suhaeti", kecamatan: "36.04.30" };
    await addUnclaimed(sanggar, twin);
    await flagDoubles(eti.id, sanggar.services);
    const [other] = await sanggar.services.doubles.openOf(eti.id);
    const merged = other && (await mergeRecords(other, 1, sanggar.services));
    if (!double || !merged?.ok) throw new Error("no pair");
    pair = { a: rina, b: again, double };
    merge = merged.merge.id.slice("merge:".length);
    await sanggar.services.claims.issue(again.id, 1, sanggar.clock.now());
  });

  const presses = ({ handle } = pair.double) => [
    `double.open:${handle}`,
    `double.later:${handle}:0`,
    `double.diff:${handle}:0`,
    `double.same:${handle}:0`,
    `merge.pick:${handle}:0:workers:a`,
    `merge.again:${handle}:0`,
    `merge.do:${handle}:0`,
    `merge.undo:${merge}`,
    `claim.disown:${pair.b.id}`,
    "claim.yes",
    "claim.agree",
    "claim.refuse",
    "claim.erase",
  ];
  const refusals = (who: number) =>
    sanggar.connection
      .collection("audit")
      .countDocuments({ who: sanggar.services.audit.tokenOf(who), result: "refused" });

  const POWERLESS = KINDS.filter((kind) => kind !== "coordinator");
  it.each(POWERLESS)("on every button of a coordinator does nothing for %s", async (kind) => {
    const { person } = await somebody(kind);
    const help = await person.says("/bantuan");
    const messageId = help.messages.at(-1)?.id ?? 0;
    before = await everything();
    const tasks = await person.says("/tugas");
    expect(tasks.text).toContain("petugas yang berwenang");
    const shown = [tasks.text];
    for (const data of presses()) {
      const seen = await person.presses({ messageId, data });
      shown.push(seen.text, seen.toast ?? "");
    }
    expect(shown.join("\n")).not.toMatch(/Rahasia|Tertutup/);
    expect(await everything()).toEqual(before);
    expect(await refusals(person.id)).toBe(10);
  });

  it("on a keyboard in hand does nothing once the role was taken away", async () => {
    const bagus = sanggar.world.person("Bagus");
    const which = { telegram: bagus.id, role: "coordinator" } as const;
    await sanggar.services.roles.give(which, given());
    await bagus.says("/tugas");
    const card = await bagus.presses("Periksa");
    expect(card.text).toContain("Apakah ini orang yang sama?");
    await sanggar.services.roles.end(which, sanggar.clock.now());
    before = await everything();
    for (const label of card.buttons)
      expect((await bagus.presses(label)).toast).toContain("tidak berlaku");
    expect((await bagus.says("/tugas")).text).toContain("petugas yang berwenang");
    expect(await everything()).toEqual(before);
    expect(await refusals(bagus.id)).toBe(4);
  });

  it("that was made up or altered does nothing, 500 times", { timeout: 180_000 }, async () => {
    const { person: leader } = await somebody("leader");
    const { person: stranger } = await somebody("none");
    const people = [leader, stranger];
    const messages = new Map<number, number>();
    for (const person of people)
      messages.set(person.id, (await person.says("/bantuan")).messages.at(-1)?.id ?? 0);
    before = await everything();
    const text = fc.string({ minLength: 1, maxLength: 40 });
    const real = fc.constantFrom(...presses());
    const altered = fc.tuple(real, fc.nat(60), text).map(([data, at, put]) => {
      return data.slice(0, at) + put + data.slice(at + 1);
    });
    const grown = fc.tuple(real, text).map(([data, more]) => `${data}:${more}`);
    const forged = fc
      .oneof(text, altered, grown, real)
      .filter((data) => Buffer.byteLength(data) <= 64);
    const samples = fc.sample(forged, { numRuns: 500, seed: 20_261_124 });
    const shown: string[] = [];
    for (const [at, data] of samples.entries()) {
      const person = people[at % people.length] ?? stranger;
      const seen = await person.presses({ messageId: messages.get(person.id) ?? 0, data });
      shown.push(seen.text, seen.toast ?? "");
    }
    expect(shown.join("\n")).not.toMatch(/Rahasia|Tertutup/);
    expect(await everything()).toEqual(before);
    expect(await sanggar.services.auditProof.verify()).toMatchObject({ ok: true });
  });

  it("of a coordinator that was altered does nothing either, but what its card offers", async () => {
    const bagus = sanggar.world.person("Bagus");
    const which = { telegram: bagus.id, role: "coordinator" } as const;
    await sanggar.services.roles.give(which, given());
    const messageId = (await bagus.says("/bantuan")).messages.at(-1)?.id ?? 0;
    before = await everything();
    const { handle } = pair.double;
    const forged = [
      "double.open:unknown",
      "double.open:",
      `double.diff:${handle}`,
      `double.diff:${handle}:7`,
      `merge.pick:${handle}:0:workers:c`,
      `merge.pick:${handle}:0:constructor:a`,
      `merge.pick:${handle}:0:state:a`,
      `merge.pick:${handle}:0:`,
      `merge.do:${handle}:0`,
      `merge.do:${handle}:NaN`,
      "merge.do:",
      "merge.undo:unknown",
      "merge.undo:",
      "claim.disown:unknown",
    ];
    for (const data of forged) await bagus.presses({ messageId, data });
    expect(await everything()).toEqual(before);
  });
});
