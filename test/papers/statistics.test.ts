import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barChart, tileMap } from "../../src/papers/chart.ts";
import { serangPlaces } from "../../src/places/serang.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

const picture = (title: string) => ({ title, note: "Kabupaten Serang" });

/** The grey of each point; sharp is loaded after the charts have told it of the fonts. */
async function greys(png: Buffer) {
  const { default: sharp } = await import("sharp");
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** How far to the right there is ink in the title. */
async function titleWidth(title: string): Promise<number> {
  const { data, width } = await greys(await barChart(picture(title), [{ label: "x", value: 1 }]));
  const dark = Array.from(data.subarray(0, width * 100)).flatMap((grey, at) =>
    grey < 100 ? [at % width] : [],
  );
  return dark.length ? Math.max(...dark) - Math.min(...dark) : 0;
}

describe("a picture", { timeout: 60_000 }, () => {
  it("has tiles for the 29 kecamatan, each once, by the names of the list", () => {
    const names = serangPlaces()
      .tiles.map(({ name }) => name)
      .sort();
    const listed = serangPlaces().kecamatan();
    expect(names).toEqual(listed.map(({ name }) => name).sort());
  });

  it("is small, of its size, and not blank: tiles are shaded by their numbers", async () => {
    const counts = new Map([
      ["Petir", 100],
      ["Anyar", 1],
    ]);
    const png = await tileMap(picture("Perajin per kecamatan"), counts, serangPlaces().tiles);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeLessThan(150_000);
    const { data, width, height } = await greys(png);
    expect([width, height]).toEqual([1440, 1356]);
    // In the upper corners of the tiles of Petir (full), Anyar (one) and Mancak (none).
    const at = (column: number, row: number) => {
      const x = Math.round(24 + ((width - 48) * (column + 0.1)) / 9);
      const y = Math.round(152 + ((height - 272) * (row + 0.1)) / 6);
      return data[y * width + x] ?? 0;
    };
    expect(at(5, 4)).toBeLessThan(100);
    expect(at(0, 3)).toBeGreaterThan(at(5, 4) + 50);
    expect(at(1, 3)).toBeGreaterThan(at(0, 3));
    expect(at(3, 0)).toBe(255);
  });

  it("has letters, not boxes: ten narrow ones are narrower than ten wide ones", async () => {
    const [narrow, wide] = [await titleWidth("iiiiiiiiii"), await titleWidth("MMMMMMMMMM")];
    expect(narrow).toBeGreaterThan(100);
    expect(wide).toBeGreaterThan(narrow * 2);
  });

  it("has them also in a process of its own that knows no font of the machine", async () => {
    const script =
      'import("./src/papers/chart.ts").then(({ barChart }) => barChart({ title: "MMMMMMMMMM", note: "" }, [])).then((png) => process.stdout.write(png.toString("base64")))';
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", script],
      { env: { PATH: process.env["PATH"], HOME: "/nonexistent" }, maxBuffer: 1e7 },
    );
    const { data, width } = await greys(Buffer.from(stdout, "base64"));
    const ink = data.subarray(0, width * 100).filter((grey) => grey < 100).length;
    expect(ink).toBeGreaterThan(2_000);
  });
});

describe("/statistik", { timeout: 60_000 }, () => {
  let sanggar: TestSanggar;
  let bagus: TestPerson;
  beforeAll(async () => {
    sanggar = await openSanggar();
    bagus = sanggar.world.person("Bagus");
    const { communities, roles } = sanggar.services;
    const given = { by: 0, since: sanggar.clock.now() };
    await roles.give({ telegram: bagus.id, role: "coordinator" }, given);
    await communities.seed({
      ...{ id: "manik-melati", name: "Manik Melati", kecamatan: [], state: "active" as const },
      ...{ leaders: [], invented: true },
    });
    const early = new Date("2025-07-31T17:30:00Z"); // 1 August, 00.30 WIB
    await addArtisan(sanggar, { name: "Rahasia Satu", registeredAt: early });
    await addArtisan(sanggar, {
      name: "Rahasia Dua",
      kecamatan: "36.04.30",
      community: "manik-melati",
    });
    await addArtisan(sanggar, { name: "Rahasia Tiga", crafts: ["rajut", "batik"] });
    await addArtisan(sanggar, { name: "Rahasia Empat", state: "merged", mergedInto: "x" });
  });
  afterAll(() => sanggar.close());

  it("tells numbers by kecamatan, craft, community and month, and no name", async () => {
    const seen = await bagus.says("/statistik");
    expect(seen.text).toContain("Perajin per kecamatan – 3 orang, Kam, 14 Agu 2025");
    expect(seen.text).toContain("Kec. Petir: 2\nKec. Anyar: 1\nBelum ada perajin di 27 kecamatan.");
    const crafts = await bagus.presses("Kerajinan");
    expect(crafts.text).toContain("Rajut & makrame: 3\nBatik (tulis, cap): 1");
    const communities = await bagus.presses("Komunitas");
    expect(communities.text).toContain("Manik Melati: 1\nTanpa komunitas: 2");
    const months = await bagus.presses("Bulan");
    expect(months.text).toContain("Jul 2025: 0\nAgu 2025: 3");
    expect(months.text.split("\n")).toHaveLength(13);
    for (const one of [seen, crafts, communities, months])
      expect(one.text).not.toContain("Rahasia");
  });

  it("sends the same as a picture", async () => {
    await bagus.says("/statistik");
    for (const by of ["Kerajinan", "Komunitas", "Bulan", "Kecamatan"]) {
      await bagus.presses(by);
      const seen = await bagus.presses("Kirim sebagai gambar");
      const photo = seen.messages.at(-1)?.message.photo?.at(-1);
      expect(photo?.width).toBe(1440);
      expect(photo?.file_size).toBeLessThan(150_000);
    }
  });

  it("is for coordinators only", async () => {
    const orang = sanggar.world.person("Orang");
    const seen = await orang.says("/statistik");
    expect(seen.text).toContain("petugas yang berwenang");
    const messageId = seen.messages[0]?.id ?? 0;
    for (const data of ["statistics:craft", "statistics.picture:craft"])
      expect((await orang.presses({ messageId, data })).toast).toContain("tidak berlaku");
    for (const data of ["statistics:x", "statistics.picture:constructor", "statistics:"])
      expect((await bagus.presses({ messageId: 1, data })).messages).toEqual([]);
  });
});
