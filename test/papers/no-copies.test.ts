import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { fileName } from "../../src/papers/file-name.ts";
import { projectRoot } from "../../src/root.ts";
import { openOffice, participant, TRAINING, wib } from "../feedback/after.ts";
import { hasPoppler, fontsOf, pagesOf } from "../support/poppler.ts";
import { unzipped } from "../support/unzip.ts";
import { filesOf, wordsOf } from "./sent.ts";
import { photo } from "./samples.ts";

/** A temp folder of its own, so that nobody else's files are counted. */
async function ownTempFolder(): Promise<string> {
  const before = process.env["TMPDIR"];
  const dir = await mkdtemp(join(tmpdir(), "sanggar-copies-"));
  process.env["TMPDIR"] = dir;
  onTestFinished(async () => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    await rm(dir, { recursive: true });
  });
  return dir;
}

const PAPER = /\.(pdf|xlsx|csv|zip|png|jpe?g|webp|ics)$/i;

/** Files of the project's folder that could be a paper; packages and git hold none of ours. */
async function papersInProject(): Promise<string[]> {
  const folders = (await readdir(projectRoot, { withFileTypes: true })).filter(
    ({ name }) => !["node_modules", ".git"].includes(name),
  );
  const found = await Promise.all(
    folders.map(async (entry) => {
      if (!entry.isDirectory()) return [entry.name];
      const inside = await readdir(join(projectRoot, entry.name), { recursive: true });
      return inside.map((path) => join(entry.name, path));
    }),
  );
  return found
    .flat()
    .filter((path) => PAPER.test(path))
    .sort();
}

it("papers, pictures and archives leave no copy on the disk, and each certificate opens", async () => {
  const { sanggar, services, dewi } = await openOffice();
  const rina = await participant(sanggar, "Siti Nur'aini");
  await participant(sanggar, "Éva 🌸 Marliana");
  await sanggar.world.moveTo(wib("2025-08-27 10:00"));
  for (const { date } of firstTraining.days)
    for (const id of (await services.trainings.byId(TRAINING))?.seatHolders ?? [])
      await services.marks.add({
        ...{ training: TRAINING, artisan: id, date, road: "tick" },
        ...{ by: 1, as: "coordinator", at: sanggar.clock.now() },
      });
  const trainings = sanggar.connection.collection<{ _id: string }>("trainings");
  await trainings.updateOne({ _id: TRAINING }, { $set: { state: "closed" } });
  const folder = await ownTempFolder();
  const before = await papersInProject();
  const press = async (data: string) => dewi.presses({ messageId: 1, data });

  await press(`foto.day:${TRAINING}:1`);
  await dewi.sendsPhoto({ bytes: await photo("#d46a8c") });
  const early = await press(`cert.zip:${TRAINING}`);
  expect(wordsOf(early)).toContain("belum dibuat");
  for (const data of [
    ...[`berkas.roll:${TRAINING}:1:fp`, `berkas.roll:${TRAINING}:1:fx`],
    ...[`berkas.people:${TRAINING}:p`, `berkas.timetable:${TRAINING}`, `berkas.end:${TRAINING}`],
    ...[`berkas.chart:${TRAINING}`, `kartu.training:${TRAINING}`, `ba.toolsEmpty:${TRAINING}`],
    ...[`cert.issue:${TRAINING}`, `kartu.of:${rina.artisan.id}`, "statistics.picture:craft"],
    ...[`berkas.spj:${TRAINING}`, "paper.form"],
  ])
    expect(filesOf(await press(data), sanggar), data).not.toEqual([]);

  const [zip] = filesOf(await press(`cert.zip:${TRAINING}`), sanggar);
  expect(zip?.name).toBe("Sertifikat Satu per Satu - Pelatihan Bros - 27 Agustus 2025.zip");
  const issued = await services.certificates.of(TRAINING);
  const parts = unzipped(zip?.bytes ?? Buffer.of());
  expect([...parts.keys()].sort()).toEqual(
    issued
      .map(({ code, name = "" }) => {
        const about = `${name.startsWith("Siti") ? "Siti Nuraini" : "Eva Marliana"} ${code}`;
        return fileName({ paper: "certificate", about, date: "2025-08-27", ending: "pdf" });
      })
      .sort(),
  );
  if (hasPoppler)
    for (const [name, bytes] of parts) {
      const [front = ""] = await pagesOf(bytes);
      expect(front).toContain(name.includes("Siti") ? "Siti Nur'aini" : "Éva Marliana");
      for (const font of await fontsOf(bytes)) expect(font.name).toMatch(/NotoSans/);
    }

  expect(await papersInProject()).toEqual(before);
  // The list of our fonts is there once sharp was loaded: it tells of nobody.
  for (const left of await readdir(folder, { recursive: true })) {
    expect(left).toMatch(/^sanggar-fonts-\d+(\/|$)/);
    expect(left).not.toMatch(PAPER);
    const text = await readFile(join(folder, left), "latin1").catch(() => "");
    expect(text).not.toMatch(/Nur'aini|Marliana|PDF-/);
  }
});
