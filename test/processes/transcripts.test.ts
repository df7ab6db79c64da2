import { afterEach, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { startHttp } from "../../src/http/http.ts";
import { createLog } from "../../src/log.ts";
import { startProgram } from "../../src/program.ts";
import { createWorld, type TestPerson } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";
import { configAt } from "../reliability/config-at.ts";
import { addArtisan } from "../support/records.ts";
import { openTestDatabase } from "../support/database.ts";
import { EIGHT_DAYS_BEFORE } from "../support/sanggar.ts";
import { FIELDS, GOOD } from "../support/form.ts";
import { openDoor, SECRET } from "./place.ts";

type Intake = "poll" | "webhook";
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The whole program between the stand-in and a database; by poll or by webhook. */
async function open(intake: Intake) {
  const clock = createAdjustableClock(EIGHT_DAYS_BEFORE);
  clock.freeze(true);
  const database = await openTestDatabase();
  ends.push(() => database.drop());
  const standin = await createStandin({ clock });
  ends.push(() => standin.stop());
  let polling = configAt(standin);
  if (intake === "webhook") {
    const { balancer, environments } = await openDoor(standin, 1);
    ends.push(() => balancer.close());
    const { PORT, STATUS_PORT, WEBHOOK_URL: url = "" } = environments[0] ?? {};
    const ports = { port: Number(PORT), statusPort: Number(STATUS_PORT) };
    polling = { ...polling, intake: { kind: "webhook", url, secret: SECRET }, ...ports };
  }
  const log = createLog("error", { write: () => undefined });
  const parts = { config: polling, uri: database.uri, clock, log };
  const program = await startProgram({ ...parts, onFatal: () => undefined });
  ends.push(() => program.stop());
  if (intake === "webhook") {
    const door = await startHttp(polling, program, log);
    ends.push(() => door.close());
  }
  standin.setHooks({
    upcoming: () => Promise.resolve([]),
    tick: () => Promise.resolve(),
    settle: () => program.worker.idle(),
  });
  const world = createWorld(standin);
  return { standin, world, services: program.services, clock };
}

type Place = Awaited<ReturnType<typeof open>>;

/** All that a person and the bot said and pressed, as it lies in the chat in the end. */
function transcriptOf(standin: Standin, { id }: TestPerson): string {
  return standin.control
    .messages(id)
    .map(({ message_id: _id, ...message }) => JSON.stringify(message))
    .join("\n");
}

const TALKS: [what: string, talk: (place: Place) => Promise<TestPerson>][] = [
  ["a whole registration", register],
  ["a member list, leafed through and searched", lookAtMembers],
  ["a yes to a training, and a seat given up", answerATraining],
  ["what nobody can make use of", writeNonsense],
];

async function register({ world }: Place): Promise<TestPerson> {
  const siti = world.person("Siti");
  await siti.says("/daftar");
  for (const field of FIELDS) {
    const good = GOOD[field];
    const steps = "all" in good ? good.all : [good];
    for (const step of steps) {
      if ("press" in step) await siti.presses(step.press);
      else if ("say" in step) await siti.says(step.say);
    }
  }
  return siti;
}

/** As a leader, whose community has more members than a page. */
async function lookAtMembers({ world, services, clock }: Place): Promise<TestPerson> {
  const community = { id: "sulam-petir", name: "Sulam Harapan Petir", kecamatan: ["36.04.19"] };
  await services.communities.seed({ ...community, state: "active", leaders: [], invented: true });
  const wulan = world.person("Wulan");
  const given = { by: 0, since: clock.now() };
  await services.roles.give({ telegram: wulan.id, role: "leader", scope: community.id }, given);
  const names = ["Wulan", ..."abcdefghijkl"].map((name) => `Anggota ${name}`);
  for (const [at, name] of names.entries()) {
    const telegram = at === 0 ? wulan.id : 7_000_000_000 + at;
    const id = `artisan-${String(at).padStart(4, "0")}`;
    await addArtisan({ services }, { id, telegram, name, community: community.id });
  }
  await wulan.says("/anggota");
  await wulan.presses("Berikutnya ›");
  await wulan.presses("‹ Sebelumnya");
  await wulan.says("/anggota Anggota c");
  return wulan;
}

async function answerATraining({ world, services }: Place): Promise<TestPerson> {
  await services.trainings.add(firstTraining);
  const rina = world.person("Rina");
  await addArtisan({ services }, { id: "artisan-rina", telegram: rina.id, name: "Rina" });
  await rina.says("/pelatihan");
  await rina.presses("1. Pelatihan Bros dan A…");
  await rina.presses("Ikut");
  await rina.presses("Lihat pelatihan");
  await rina.presses("Batal ikut");
  await rina.presses("Ya, batal ikut");
  return rina;
}

/** Two updates at once, the same one twice, an edit, kinds that nobody asked for. */
async function writeNonsense({ world, standin }: Place): Promise<TestPerson> {
  const rina = world.person("Rina");
  await rina.says("/daftar");
  await rina.sendsSticker();
  await rina.says("\u202e\u0000<b>&amp;</b> ".repeat(200));
  await rina.presses({ messageId: rina.lastOwn().message_id - 1, data: "gone:1:2", expired: true });
  await rina.says("/tidakada");
  await rina.edits(rina.lastOwn().message_id, "/batal");
  const { update } = standin.control.say({ person: rina.id, text: "/bantuan" });
  await world.redeliver(update);
  standin.control.update({ update: { poll: { id: "1" } } as never });
  return rina;
}

describe("poll and webhook give the same transcript", () => {
  it.each(TALKS)("of %s", async (_what, talk) => {
    const told: string[] = [];
    for (const intake of ["poll", "webhook"] as const) {
      const place = await open(intake);
      const person = await talk(place);
      await person.says("/bahasa");
      told.push(transcriptOf(place.standin, person));
      expect(place.standin.control.pending(), intake).toBe(0);
      expect(await place.services.inbox.open(100), intake).toEqual([]);
      place.world.check();
    }
    expect(told[1]?.split("\n")).toEqual(told[0]?.split("\n"));
    expect(told[0]?.split("\n").length).toBeGreaterThan(4);
  });
});
