import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemo } from "../support/demo.ts";
import { registerRina, REGISTRATION } from "../support/rina.ts";
import { type Figure, memoryMb } from "./figures.ts";

/** Starts the demo as a newcomer does, registers one artisan, and measures both. */
export async function demo(): Promise<Figure[]> {
  const data = await mkdtemp(join(tmpdir(), "sanggar-bench-"));
  const begun = performance.now();
  const demo = await startDemo(data, "--now", "2025-08-14T09:00+07:00");
  const ready = performance.now();
  const idleMb = await memoryMb(demo.process.pid);
  const before = performance.now();
  await registerRina(demo);
  const registered = performance.now();
  await demo.kill("SIGTERM");
  const stopped = performance.now();
  await rm(data, { recursive: true });
  const answerMs = Math.round((registered - before) / REGISTRATION.length);
  return [
    { name: "demo.ready", value: Math.round(ready - begun), unit: "ms", atMost: 5_000 },
    { name: "demo.memory", value: idleMb, unit: "MB" },
    { name: "demo.answer", value: answerMs, unit: "ms" },
    { name: "demo.registered", value: 1, unit: "artisan" },
    { name: "demo.stop", value: Math.round(stopped - registered), unit: "ms", atMost: 5_000 },
  ];
}
