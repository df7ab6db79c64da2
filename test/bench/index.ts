import { parseArgs } from "node:util";
import { type Figure, report } from "./figures.ts";

/** Every row by its name; a row is loaded only when it is measured. */
const ROWS: Record<string, () => Promise<Figure[]>> = {
  demo: async () => (await import("./demo.ts")).demo(),
  intake: async () => (await import("./intake.ts")).rows(),
  "form.flat": async () => (await import("./form/flat.ts")).formFlat(),
  "form.peers": async () => (await import("./form/peers.ts")).formPeers(),
  "form.wrong": async () => (await import("./form/wrong.ts")).formWrong(),
  "form.mem": async () => (await import("./form/mem.ts")).formMem(),
  "members.export": async () => (await import("./sheets.ts")).sheets(),
  "papers.attendance": async () => (await import("./papers.ts")).papersAttendance(),
  "papers.certificates": async () => (await import("./papers.ts")).papersCertificates(),
  "papers.chart": async () => (await import("./papers.ts")).papersChart(),
  "papers.sheet": async () => (await import("./papers.ts")).papersSheet(),
  "web.http": async () => (await import("./web.ts")).webHttp(),
  "send.w": async () => (await import("./send/windows.ts")).sendW(),
  "send.l": async () => (await import("./send/windows.ts")).sendL(),
  "send.slow": async () => (await import("./send/upsets.ts")).sendSlow(),
  "send.refuse": async () => (await import("./send/upsets.ts")).sendRefuse(),
  "send.chat": async () => (await import("./send/upsets.ts")).sendChat(),
  "send.two": async () => (await import("./send/upsets.ts")).sendTwo(),
  "send.paid": async () => (await import("./send/fast.ts")).sendPaid(),
  "send.free": async () => (await import("./send/fast.ts")).sendFree(),
  "send.mem": async () => (await import("./send/fast.ts")).sendMem(),
  "send.ledger": async () => (await import("./send/fast.ts")).sendLedger(),
  poll: async () => (await import("./poll.ts")).poll(),
  "members.lists": async () => (await import("./members.ts")).members(),
  growth: async () => (await import("./growth.ts")).growth(),
  cold: async () => (await import("./cold.ts")).cold(),
};

/** `npm run bench` measures all rows, `npm run bench -- form poll` those named and those below. */
const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const isOf = (row: string, name: string) => row === name || row.startsWith(`${name}.`);
const unknown = positionals.filter((name) => !Object.keys(ROWS).some((row) => isOf(row, name)));
if (unknown.length) {
  process.stderr.write(
    `no such row: ${unknown.join(", ")}; there are: ${Object.keys(ROWS).join(", ")}\n`,
  );
  process.exit(1);
}

const figures: Figure[] = [];
for (const [row, measure] of Object.entries(ROWS)) {
  if (positionals.length && !positionals.some((name) => isOf(row, name))) continue;
  figures.push(...(await measure()));
}
report(figures, { seed: 1, json: values.json });
