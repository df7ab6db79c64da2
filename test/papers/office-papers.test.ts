import { describe, expect, it } from "vitest";
import type { Seen } from "../../src/sandbox/telegram/client.ts";
import { openOffice, participant, TRAINING, wib } from "../feedback/after.ts";
import { fontsOf, hasPoppler, pagesOf } from "../support/poppler.ts";
import { readQr } from "../support/qr.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import type { TestSanggar } from "../support/sanggar.ts";
import { fileOf, filesOf, opensTraining, wordsOf } from "./sent.ts";
import { photo } from "./samples.ts";

const linesOf = ({ connection }: TestSanggar, what: string) =>
  connection.collection("audit").find({ what, result: "allowed" }).toArray();

const PROOF = { version: "2026-11-24", at: "2025-08-01T02:00:00.000Z", update: 1 };

/** Manik Melati with Siti, who leads it since 1 August, and Wulan, who led it before. */
async function openCommunity() {
  const office = await openOffice();
  const { sanggar, services, world } = office;
  await services.communities.seed({
    ...{ id: "manik-melati", name: "Manik Melati", kecamatan: ["36.04.19"] },
    ...{ state: "active", leaders: [], invented: true },
  } as const);
  const siti = world.person("Siti");
  await siti.starts();
  const community = "manik-melati";
  const leader = await addArtisan(sanggar, {
    ...{ telegram: siti.id, name: "Siti Nur'aini", community },
  });
  const wulan = await addArtisan(sanggar, { name: "Éva Wulan", community });
  const since = wib("2025-08-01 09:00");
  const given = { community, by: 1 };
  const before = { ...given, artisan: wulan.id, since: wib("2024-01-05 09:00") };
  await services.leaderships.begin(before);
  await services.leaderships.end(before, { at: since, by: 1, note: "masa tugas selesai" });
  await services.leaderships.begin({ ...given, artisan: leader.id, since });
  await services.roles.give(
    { telegram: siti.id, role: "leader", scope: community },
    { by: 1, since: sanggar.clock.now() },
  );
  return { ...office, siti, leader, wulan };
}

describe("kartu perajin", () => {
  it("is one's own from /kartu, as a picture and to be printed, once the data were checked", async () => {
    const { sanggar, services } = await openOffice();
    const { person, artisan } = await participant(sanggar, "Siti Nur'aini");
    await person.says("/kartu");
    const shown = fileOf(await person.presses("Kartu perajin"), sanggar);
    expect(shown.message.has_protected_content).not.toBe(true);
    const link = await readQr(shown.bytes);
    expect(link).toMatch(/^https:\/\/t\.me\/\w+\?start=q_/);
    expect(services.cards.read(`/start ${link?.split("start=")[1]}`)).toBe(artisan.id);
    const printed = fileOf(await person.presses("Untuk dicetak (PDF)"), sanggar);
    expect(printed.name).toBe("Kartu Perajin - Siti Nuraini - 14 Agustus 2025.pdf");
    if (hasPoppler) expect((await pagesOf(printed.bytes))[0]).toContain("Siti Nur'aini");

    const waiting = sanggar.world.person("Wati");
    await waiting.starts();
    await addArtisan(sanggar, { telegram: waiting.id, name: "Wati", state: "pending" });
    await waiting.says("/kartu");
    const refused = await waiting.presses("Kartu perajin");
    expect(refused.text).toContain("setelah data Bapak/Ibu selesai diperiksa");
    expect(filesOf(refused, sanggar)).toEqual([]);
  });

  it("is made by a leader for members, one or all on sheets, and for nobody else", async () => {
    const { sanggar, siti, leader, wulan } = await openCommunity();
    const outside = await addArtisan(sanggar, { name: "Orang Luar" });
    await addUnclaimed(sanggar, {
      ...{ name: "Belum Dicek", community: "manik-melati", state: "pending" },
    });
    await siti.says("/anggota");
    await siti.presses("Éva Wulan");
    const one = fileOf(await siti.presses("Kartu perajin"), sanggar);
    expect(one.message.has_protected_content).toBe(true);
    expect(await readQr(one.bytes)).toContain("start=q_");
    await siti.says("/komunitas");
    const seen = await siti.presses("Kartu anggota");
    expect(wordsOf(seen)).toContain("2 kartu sudah jadi. 1 orang belum mendapat kartu");
    const sheet = fileOf(seen, sanggar);
    expect(sheet.name).toBe("Lembar Kartu Perajin - Manik Melati - 14 Agustus 2025.pdf");
    const words = (await pagesOf(sheet.bytes)).join(" ");
    for (const name of ["Siti Nur'aini", "Éva Wulan"]) expect(words).toContain(name);
    expect(words).not.toContain("Belum Dicek");
    expect(await linesOf(sanggar, "artisanCard.make")).toMatchObject([
      { whom: [wulan.id], as: "leader" },
      { whom: expect.arrayContaining([leader.id, wulan.id]) as string[], as: "leader" },
    ]);
    for (const data of [`kartu.of:${outside.id}`, `kartu.training:${TRAINING}`]) {
      const refused = await siti.presses({ messageId: 1, data });
      expect([refused.toast, filesOf(refused, sanggar)]).toEqual([
        expect.stringContaining("tidak berlaku"),
        [],
      ]);
    }
  });
});

describe("reports of a community and of tools", () => {
  it("a change of leader is told with its date, and whom it follows; not by the new leader", async () => {
    const { sanggar, dewi, siti, leader, wulan } = await openCommunity();
    await dewi.says("/komunitas");
    await dewi.presses("1. Manik Melati");
    const file = fileOf(await dewi.presses("Berita acara ketua"), sanggar);
    expect(file.name).toBe("Berita Acara Ketua - Manik Melati - 1 Agustus 2025.pdf");
    const [page = ""] = await pagesOf(file.bytes);
    for (const part of [
      ...["BERITA ACARA", "Manik Melati", "Siti Nur'aini", "Éva Wulan", "masa tugas selesai"],
      "Jumat, tanggal satu bulan Agustus tahun dua ribu dua puluh lima",
    ])
      expect(page).toContain(part);
    expect(await linesOf(sanggar, "paper.leader")).toMatchObject([
      { whom: [leader.id, wulan.id], as: "coordinator" },
    ]);
    const given = { by: 1, since: sanggar.clock.now() };
    await sanggar.services.roles.give({ telegram: siti.id, role: "coordinator" }, given);
    const self = await siti.presses({ messageId: 1, data: "ba.leader:manik-melati" });
    expect(self.toast).toContain("tidak berlaku");
  });

  it("tools are typed one a line, or left to be filled in by hand", async () => {
    const { sanggar, dewi } = await openOffice();
    await opensTraining(dewi);
    await dewi.presses("Berkas");
    expect((await dewi.presses("Berita acara alat")).text).toContain("satu alat satu baris");
    expect((await dewi.says("tang saja")).text).toContain("“tang saja”");
    const sent = await dewi.says("Tang bros, 20 buah, baik\nSet manik Éva 12 kotak");
    const file = fileOf(sent, sanggar);
    expect(file.name).toBe("Berita Acara Alat - Pelatihan Bros - 14 Agustus 2025.pdf");
    const [page = ""] = await pagesOf(file.bytes);
    expect(page).toMatch(/Tang bros 20 buah.*baik/);
    expect(page).toMatch(/Set manik Éva 12 kotak/);
    expect(filesOf(await dewi.says("Tang, 1 buah"), sanggar)).toEqual([]);
    await opensTraining(dewi);
    await dewi.presses("Berkas");
    await dewi.presses("Berita acara alat");
    const empty = fileOf(await dewi.presses("Kosong, isi tangan"), sanggar);
    const pages = await pagesOf(empty.bytes);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("PIHAK KESATU");
  });

  it("what was typed after the role has ended makes no paper, and the refusal is kept", async () => {
    const { sanggar, services, dewi } = await openOffice();
    await opensTraining(dewi);
    await dewi.presses("Berkas");
    await dewi.presses("Berita acara alat");
    await services.roles.end({ telegram: dewi.id, role: "coordinator" }, sanggar.clock.now());
    const refused = await dewi.says("Tang bros, 20 buah, baik");
    expect(refused.text).toContain("petugas yang berwenang");
    expect(filesOf(refused, sanggar)).toEqual([]);
    const refusals = { what: "paper.make", result: "refused" };
    expect(await sanggar.connection.collection("audit").countDocuments(refusals)).toBe(1);
    expect((await dewi.says("Tang bros")).text).not.toContain("berwenang");
  });
});

describe("the catalogue and the form", () => {
  it("show those who ticked the catalogue, as PDF and as pictures, and no name of a person", async () => {
    const { sanggar, dewi } = await openOffice();
    const rina = sanggar.world.person("Rina");
    await rina.starts();
    const pink = await photo("#d46a8c");
    const { message } = (await rina.sendsPhoto({ bytes: pink })).messages.at(-1) ?? {};
    expect(message).toBeDefined();
    const sent = rina.lastOwn().photo?.at(-1);
    const ticked = { ticks: { catalogue: PROOF } };
    const shown = await addArtisan(sanggar, {
      ...{ ...ticked, name: "Rahasia Satu", businessName: "Bros Éva", products: ["bros"] },
      photo: { fileId: sent?.file_id ?? "", uniqueId: sent?.file_unique_id ?? "" },
    });
    await addArtisan(sanggar, { ...ticked, name: "Rahasia Dua", businessName: "Manik Jaya" });
    await addArtisan(sanggar, { name: "Rahasia Tiga", businessName: "Tanpa Izin" });
    await addArtisan(sanggar, {
      ...{ ...ticked, name: "Rahasia Empat", businessName: "Belum Dicek", state: "pending" },
    });
    await dewi.says("/berkas");
    expect((await dewi.presses("Katalog perajin")).text).toContain("2 perajin");
    const pdf = fileOf(await dewi.presses("PDF untuk dicetak"), sanggar);
    expect(pdf.name).toBe("Katalog Perajin - 14 Agustus 2025.pdf");
    const text = (await pagesOf(pdf.bytes)).join(" ");
    for (const name of ["Bros Éva", "Manik Jaya", "2 usaha perajin"]) expect(text).toContain(name);
    expect(text).not.toMatch(/Tanpa Izin|Belum Dicek|Rahasia/);
    for (const font of await fontsOf(pdf.bytes)) expect(font.name).toMatch(/NotoSans/);
    await dewi.says("/berkas");
    await dewi.presses("Katalog perajin");
    const seen = await dewi.presses("Gambar (PNG)");
    expect(wordsOf(seen)).toContain("Halaman katalog 1 sampai 1 dari 1");
    const picture = fileOf(seen, sanggar);
    expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(await pinkDots(picture.bytes)).toBeGreaterThan(5_000);
    expect(await linesOf(sanggar, "paper.catalogue")).toHaveLength(2);
    expect((await linesOf(sanggar, "paper.catalogue"))[0]?.["whom"]).toContain(shown.id);
  });

  it("the form has the consent text as it is asked now; leaders have it too, others not", async () => {
    const { sanggar, dewi, siti, world } = await openCommunity();
    await dewi.says("/berkas");
    const form = fileOf(await dewi.presses("Formulir kertas"), sanggar);
    expect(form.name).toBe("Formulir Pendaftaran - 14 Agustus 2025.pdf");
    const text = (await pagesOf(form.bytes)).join(" ");
    expect(text).toContain("Sebelum mulai, mohon dibaca. Bot ini milik");
    expect(text).not.toContain("<b>");
    await siti.says("/komunitas");
    expect(filesOf(await siti.presses("Formulir kertas"), sanggar)).toHaveLength(1);
    const stranger = world.person("Tono");
    await stranger.starts();
    const tried: Seen[] = [];
    for (const data of [
      "paper.form",
      "paper.catalogue",
      "paper.cataloguePdf",
      "paper.cataloguePng:0",
    ])
      tried.push(await stranger.presses({ messageId: 1, data }));
    for (const seen of tried) expect(filesOf(seen, sanggar)).toEqual([]);
  });
});

/** Dots that are of the colour of the photo. */
async function pinkDots(png: Buffer): Promise<number> {
  const { default: sharp } = await import("sharp");
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += 3)
    if (Math.abs((data[at] ?? 0) - 0xd4) < 12 && Math.abs((data[at + 1] ?? 0) - 0x6a) < 12)
      count += 1;
  return count;
}
