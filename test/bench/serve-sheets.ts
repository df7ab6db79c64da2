import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "grammy";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { systemClock } from "../../src/clock.ts";
import { connectDatabase } from "../../src/database.ts";
import { prepareDatabase } from "../../src/prepare-database.ts";
import { createLog } from "../../src/log.ts";
import { listOfArtisans } from "../../src/papers/list-of-artisans.ts";
import { CRAFTS } from "../../src/places/crafts.ts";
import { serangPlaces } from "../../src/places/serang.ts";
import { createFieldCipher } from "../../src/privacy/field-cipher.ts";
import { createServices } from "../../src/services.ts";

/** `fill <uri> <rows>` makes records; `export <uri>` makes the list at each call of its address. */
const [what, uri = "", rows = "0"] = process.argv.slice(2);
const connection = await connectDatabase(uri);
const services = createServices({
  connection,
  cipher: createFieldCipher([{ id: "bench", hex: "5a".repeat(32) }]),
  clock: systemClock,
  log: createLog("silent"),
  apiIn: () => new Api("1:bench"),
  owner: "bench",
});
await prepareDatabase(connection);
if (what === "fill") await fill(Number(rows));
else listen();
process.stdin.resume().on("end", () => process.exit());

function artisan(at: number): Artisan {
  const kecamatan = serangPlaces().kecamatan()[at % 29]?.code ?? "";
  const now = systemClock.now();
  const craft = CRAFTS[at % CRAFTS.length]?.key ?? "rajut";
  return {
    id: `bench${String(at).padStart(7, "0")}`,
    state: "active",
    language: "id",
    name: `Perajin Contoh ${at.toString(26).replace(/\d/g, (d) => "qrstuvwxyz"[Number(d)] ?? "")}`,
    kecamatan,
    crafts: [craft],
    mainCraft: craft,
    phone: { number: `+62812${String(10_000_000 + at)}`, verified: false },
    whatsapp: true,
    businessName: "Bros Melati",
    birthYear: 1985,
    turnover: "1-3",
    consent: { version: "1", at: now.toISOString(), update: 1 },
    registrar: { telegram: 1, manner: "lisan" },
    registeredAt: now,
    activeAt: now,
  };
}

/** Straight into the collection, many at a time: adding them is not what is measured. */
async function fill(count: number): Promise<void> {
  const PAGE = 1_000;
  for (let from = 0; from < count; from += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, count - from) }, (_, at) => {
      const { id: _id, ...fields } = artisan(from + at);
      const stored = Object.entries(services.artisans.stored(_id, fields));
      return {
        _id,
        ...Object.fromEntries(stored.filter(([, value]) => value !== undefined)),
        by: 0,
      };
    });
    await connection.collection<{ _id: string }>("artisans").insertMany(page);
  }
  process.stdout.write("{}\n");
}

function listen(): void {
  const server = createServer((_, response) => {
    void exported().then((told) => response.end(JSON.stringify(told)));
  }).listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
  });
}

async function exported() {
  const begun = performance.now();
  const asked = { by: 1, filter: { kind: "all" }, format: "xlsx" } as const;
  const { count, bytes } = await listOfArtisans(asked, services);
  let size = 0;
  for await (const part of bytes) size += part.length;
  return { rows: count, ms: performance.now() - begun, bytes: size };
}
