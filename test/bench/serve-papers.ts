import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { participantSheet } from "../../src/papers/participant-list.ts";
import { participants } from "../papers/samples.ts";

/** `<rows>` makes so many participants; each call of its address makes the workbook of them. */
const count = Number(process.argv[2]);
const [sample] = participants().rows;
if (!sample) throw new Error("no participant");
const rows = Array.from({ length: count }, (_, at) => ({
  ...sample,
  name: `${sample.name} ${at}`,
}));

const server = createServer((_, response) => {
  void made().then((told) => response.end(JSON.stringify(told)));
}).listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.stdin.resume().on("end", () => process.exit());

async function made() {
  const begun = performance.now();
  let bytes = 0;
  for await (const part of participantSheet("xlsx", participants({ rows }))) bytes += part.length;
  return { ms: performance.now() - begun, bytes };
}
