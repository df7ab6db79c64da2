import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTexts } from "../../src/bot/language.ts";
import { commandsOf } from "../../src/bot/commands.ts";
import { standingOf } from "../../src/access/standing.ts";
import { makeInvitation } from "../../src/access/invite.ts";
import { flagDoubles } from "../../src/doubles/flag-doubles.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { type Kind, KINDS, somebody } from "./somebody.ts";

/**
 * What the buttons of those who may do something carry, found by pressing them, and pressed by
 * everybody else. Nothing here names a feature: a new command is covered once its own person has
 * it behind "/".
 */
let sanggar: TestSanggar;
let data: string[];
let links: string[];
/** What those who may were shown on the way. */
const legitimate: string[] = [];
const SECRET = /Rahasia|Tertutup|Wulan Sandi|(?<!\d)(62|0)?81299\d{6}(?!\d)/;

beforeAll(async () => {
  sanggar = await openSanggar();
  const { services } = sanggar;
  const foreign = { community: "rahasia", kecamatan: "36.04.19" };
  const phone = { number: "+6281299000111", verified: true };
  const rina = await addArtisan(sanggar, { ...foreign, name: "Rahasia Wulandari", phone });
  const twin = await addUnclaimed(sanggar, { ...foreign, name: "Rahasia Wulandari" });
  await flagDoubles(rina.id, services);
  for (const [id, name] of [
    ["rahasia", "Perkumpulan A"],
    ["manik-melati", "Manik Melati"],
  ] as const)
    await services.communities.seed({
      ...{ id, name, kecamatan: ["36.04.19"], state: "active", leaders: [], invented: true },
    });
  const wulan = sanggar.world.person("Wulan");
  await addArtisan(sanggar, {
    telegram: wulan.id,
    name: "Wulan Sandi",
    community: "rahasia",
    phone: { number: "+6281200000555", verified: true },
  });
  const given = { by: 0, since: services.clock.now() };
  await services.roles.give({ telegram: wulan.id, role: "leader", scope: "rahasia" }, given);
  const code = await services.claims.issue(twin.id, 1, services.clock.now());
  const [owner, coordinator] = [sanggar.world.person("Dewi"), sanggar.world.person("Bagus")];
  await services.roles.give({ telegram: owner.id, role: "owner" }, given);
  await services.roles.give({ telegram: coordinator.id, role: "coordinator" }, given);
  const made = await makeInvitation(
    {
      ...{ role: "leader", scope: "rahasia", phone: "+6281200000555" },
      ...{ maker: coordinator.id, update: 1 },
    },
    services,
  );
  if (!made.ok) throw new Error(made.reason);
  await wulan.starts(made.payload);
  await coordinator.sees();
  data = [
    ...new Set([
      ...dataIn(coordinator),
      ...(await found(coordinator)),
      ...(await found(owner)),
      ...(await found(wulan)),
    ]),
  ];
  // The owner switched it on meanwhile: then leaders may write, which is no forgery.
  await services.settings.allowLeaderNotices(false);
  links = [made.payload, `k_${code}`, "c_rahasia"];
}, 180_000);
afterAll(() => sanggar.close());

const buttonsOf = (messages: readonly { reply_markup?: unknown }[]): string[] =>
  messages.flatMap(({ reply_markup }) =>
    (
      (reply_markup as { inline_keyboard?: { callback_data?: string }[][] } | undefined)
        ?.inline_keyboard ?? []
    )
      .flat()
      .flatMap(({ callback_data }) => callback_data ?? []),
  );
const dataIn = (person: TestPerson) => buttonsOf(person.screen().messages);
const seenData = (seen: Seen) => buttonsOf(seen.messages.map(({ message }) => message));

/** Own rights and the way of everybody: pressed by others they do what they do for everybody. */
const EVERYBODYS =
  /^(register|resume|profile|photo|change|complete|trainings?|training\..*|ticks?|tick:.*|pause.*|leave.*|language.*|still-here|claim(\.(?!disown).*)?|join\..*)$/;
const FOLLOWED = 3;
const AT_MOST = 60;

/** Says each command of the person, and presses what comes of it, three buttons deep. */
async function found(person: TestPerson): Promise<string[]> {
  const commands = commandsOf(await standingOf(person.id, sanggar.services));
  const known = new Set<string>();
  for (const command of commands) {
    const first = await person.says(`/${command}`);
    const messageId = first.messages.at(-1)?.id ?? 0;
    let level = seenData(first);
    for (let depth = 0; depth < FOLLOWED; depth += 1) {
      const fresh = level.filter((one) => !known.has(one));
      fresh.forEach((one) => known.add(one));
      // What ends or closes something is collected, and left alone.
      const next = fresh.filter((one) => !/Yes|merge\.do|\.no:|\.drop:|\.diff:|renew/.test(one));
      level = [];
      for (const one of next.slice(0, AT_MOST)) {
        const seen = await person.presses({ messageId, data: one });
        legitimate.push(said(seen));
        level.push(...seenData(seen));
      }
    }
  }
  return [...known].filter((one) => !EVERYBODYS.test(one));
}

const LOOSE = /^(audit|auditHeads|people|inbox|tries|leases|jobs|gates|claimers|searchers)$/;
/** Everything that is kept, by its place, but for traces of the attempt itself. */
async function everything(): Promise<Record<string, string>> {
  const names = (await sanggar.connection.listCollections()).map(({ name }) => name).sort();
  const kept = names.filter((name) => !LOOSE.test(name));
  const all = await Promise.all(
    kept.map(async (name) => {
      const docs = await sanggar.connection.collection(name).find({}).toArray();
      const sorted = docs.sort((a, b) => String(a._id).localeCompare(String(b._id)));
      return [name, JSON.stringify(sorted)];
    }),
  );
  return Object.fromEntries(all) as Record<string, string>;
}

/** Some thousand presses. */
const LONG = 120_000;
const OTHERS = KINDS.filter((kind) => kind !== "coordinator" && kind !== "owner");

/** So many buttons somebody presses at the same moment: more would be a flood. */
const AT_ONCE = 10;

/** Somebody to press buttons, a message under which they may stand, and all that comes of it. */
async function presser(kind: Kind) {
  const { person } = await somebody(kind, sanggar);
  const messageId = (await person.says("/bantuan")).messages.at(-1)?.id ?? 0;
  const { control } = sanggar.standin;
  const since = control.calls().at(-1)?.id ?? 0;
  return {
    kind,
    press: (data: string) => person.presses({ messageId, data }),
    starts: (link: string) => person.starts(link),
    /** Every call about them since, with every text in it. */
    told: () => control.calls({ person: person.id, since }).map((call) => JSON.stringify(call)),
  };
}
type Presser = Awaited<ReturnType<typeof presser>>;

/** Does all of these for everybody, so many at a time. */
async function together<Act>(
  acts: readonly Act[],
  pressers: readonly Presser[],
  act: (one: Act, presser: Presser) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < acts.length; from += AT_ONCE) {
    const some = acts.slice(from, from + AT_ONCE);
    await Promise.all(some.flatMap((one) => pressers.map((presser) => act(one, presser))));
  }
}

describe("the buttons of one role", () => {
  it("are many, from every command that only some have", () => {
    const firsts = new Set(data.map((one) => one.split(/[.:]/)[0]));
    expect([...firsts]).toEqual(
      expect.arrayContaining(["double", "role", "invite", "community", "lead"]),
    );
    expect(data.length).toBeGreaterThan(40);
    expect(legitimate.join("\n"), "what others must not see is there to be seen").toMatch(SECRET);
  });

  describe("pressed by everybody else, all at the same moment,", () => {
    const pressers: Presser[] = [];
    let before: Record<string, string>;
    beforeAll(async () => {
      for (const kind of OTHERS) pressers.push(await presser(kind));
      before = await everything();
      await together(data, pressers, (one, { press }) => press(one));
    }, LONG);

    it.each(OTHERS)("tell nothing to %s", (kind) => {
      const told = pressers.find((one) => one.kind === kind)?.told() ?? [];
      expect(told.filter((call) => call.includes("answerCallbackQuery"))).toHaveLength(data.length);
      expect(told.filter((call) => SECRET.test(call))).toEqual([]);
    });

    it("do nothing", async () => {
      expect(await everything()).toEqual(before);
    });
  });

  it(
    "of another role do nothing when an owner or a coordinator presses them",
    { timeout: LONG },
    async () => {
      const foreign = {
        owner: /^(double|merge|community|lead)\b/,
        coordinator: /^(role|invite)\b/,
      };
      for (const kind of ["owner", "coordinator"] as const) {
        const { press } = await presser(kind);
        const before = await everything();
        const tried = data.filter((one) => foreign[kind].test(one));
        expect(tried.length).toBeGreaterThan(5);
        for (const one of tried)
          expect([kind, one, (await press(one)).messages.length]).toEqual([kind, one, 0]);
        expect(await everything()).toEqual(before);
      }
    },
  );
});

/** So many of each kind. */
const OF_EACH = 4;

describe("what was made up", () => {
  it(
    "does nothing and tells nothing, 2,000 times, by button and by link",
    { timeout: LONG },
    async () => {
      const kinds: Kind[] = ["none", "artisan", "leader", "privacyOfficer", "ex-coordinator"];
      const pressers: Presser[] = [];
      for (const kind of kinds)
        for (let one = 0; one < OF_EACH; one += 1) pressers.push(await presser(kind));
      const before = await everything();
      const text = fc.string({ minLength: 1, maxLength: 20 });
      const real = fc.constantFrom(...data);
      const altered = fc
        .tuple(real, fc.nat(60), text)
        .map(([one, at, put]) => one.slice(0, at) + put + one.slice(at + 1));
      const mixed = fc
        .tuple(real, real)
        .map(([a, b]) => [a.split(":")[0], ...b.split(":").slice(1)].join(":"));
      const pressed = fc
        .oneof(
          text,
          real,
          altered,
          mixed,
          real.map((one) => `${one}:${one}`),
        )
        .filter((one) => Buffer.byteLength(one) <= 64 && !EVERYBODYS.test(one));
      const word = fc.string({ unit: fc.constantFrom(..."abcXYZ019_-"), maxLength: 24 });
      const link = fc.oneof(
        fc
          .tuple(fc.constantFrom("i_", "k_", "c_", "n_", "h_", "q_"), word)
          .map((two) => two.join("")),
        fc
          .tuple(fc.constantFrom(...links), fc.nat(20), word)
          .map(([one, at, put]) => (one.slice(0, at + 2) + put).slice(0, 64)),
      );
      const samples = fc.sample(
        fc.oneof(
          { weight: 3, arbitrary: pressed.map((one) => ({ press: one })) },
          { weight: 1, arbitrary: link.map((one) => ({ link: one })) },
        ),
        { numRuns: 2_000, seed: 20_261_124 },
      );
      const shares = Array.from({ length: samples.length / pressers.length }, (_, at) => at);
      await together(shares, pressers, (share, who) => {
        const sample = samples[share * pressers.length + pressers.indexOf(who)];
        if (!sample) throw new Error("too few");
        return "press" in sample ? who.press(sample.press) : who.starts(sample.link);
      });
      const told = pressers.flatMap((one) => one.told());
      expect(told.length).toBeGreaterThan(samples.length / 2);
      expect(told.filter((one) => SECRET.test(one))).toEqual([]);
      expect(await everything()).toEqual(before);
      expect(await sanggar.services.auditProof.verify()).toMatchObject({ ok: true });
    },
  );
});

function said(seen: Seen): string {
  const texts = seen.messages.map(({ text, buttons }) => [text, ...buttons].join("\n"));
  return [...texts, seen.toast ?? "", seen.alert ?? ""].join("\n");
}

it("every command that only some have gets a line in each language", () => {
  for (const speech of Object.values(createTexts()))
    for (const command of ["tugas", "komunitas", "peran"])
      expect(speech.plain(`command-${command}`)).not.toBe(`command-${command}`);
});
