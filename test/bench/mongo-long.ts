import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHistories } from "../sandbox/mongo/histories.ts";
import { killAndCount } from "../sandbox/mongo/kills.ts";
import { raceResults, runRaces } from "../sandbox/mongo/race.ts";
import { serve } from "../sandbox/mongo/served.ts";
import { type Figure, report } from "./figures.ts";

const SEED = 1;
const HISTORIES = 2_000;
const LANES = 4;
const KILLS = 50;

/** The embedded database against chance, kills and four processes at once; takes some minutes. */
const dir = await mkdtemp(join(tmpdir(), "sanggar-mongo-"));
const figures = [...(await checkRaces()), ...(await checkKills()), ...(await checkHistories())];
await rm(dir, { recursive: true });
report(figures, { seed: SEED, json: process.argv.includes("--json") });

/** How many histories went as the plain model says; those of a lane stop at its first that did not. */
async function checkHistories(): Promise<Figure[]> {
  const share = HISTORIES / LANES;
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    runHistories(join(dir, `lane${lane}`), share, SEED + lane).then(
      () => share,
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : "differs"}\n`);
        return 0;
      },
    ),
  );
  const right = (await Promise.all(lanes)).reduce((sum, each) => sum + each, 0);
  return [{ name: "mongo.histories", value: right, unit: "right", atLeast: HISTORIES }];
}

async function checkKills(): Promise<Figure[]> {
  const { acknowledged, lost, halved } = await killAndCount(join(dir, "kills"), KILLS);
  return [
    { name: "mongo.kills", value: KILLS, unit: "kills" },
    { name: "mongo.kills.acknowledged", value: acknowledged, unit: "writes", atLeast: KILLS },
    { name: "mongo.kills.lost", value: lost, unit: "writes", atMost: 0 },
    { name: "mongo.kills.halved", value: halved, unit: "documents", atMost: 0 },
  ];
}

async function checkRaces(): Promise<Figure[]> {
  const served = await serve(join(dir, "races"));
  const results = await runRaces(served.uri);
  served.endInput();
  await served.ended;
  return Object.entries(raceResults).map(([name, right]) => ({
    name: `mongo.races.${name}`,
    value: results[name as keyof typeof results],
    unit: "of four processes",
    atLeast: right,
    atMost: right,
  }));
}
