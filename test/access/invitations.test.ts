import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmInvitation } from "../../src/access/confirm.ts";
import { endRole } from "../../src/access/end-role.ts";
import { makeInvitation, openInvitation } from "../../src/access/invite.ts";
import type { GivenRole } from "../../src/access/role.ts";
import { standingOf } from "../../src/access/standing.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { readQr } from "../support/qr.ts";
import { addArtisan } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let dewi: TestPerson;
beforeEach(async () => {
  sanggar = await openSanggar();
  dewi = sanggar.world.person("Dewi");
  await give(dewi, "owner");
});
afterEach(() => sanggar.close());

const HOUR = 3_600_000;
const later = (ms: number) => sanggar.world.moveTo(new Date(sanggar.clock.now().getTime() + ms));
const held = async ({ id }: { id: number }) =>
  (await standingOf(id, sanggar.services)).held.map(({ role }) => role);
const give = ({ id }: { id: number }, role: GivenRole, scope?: string) =>
  sanggar.services.roles.give(
    { telegram: id, role, ...(scope !== undefined && { scope }) },
    { by: 0, since: sanggar.clock.now() },
  );
const end = ({ id }: { id: number }, role: GivenRole) =>
  sanggar.services.roles.end({ telegram: id, role }, sanggar.clock.now());

/** What opens the link that is said here. */
const payloadIn = (seen: Seen): string =>
  /start=(i_[\w-]{22})/.exec(seen.messages.map(({ text }) => text).join("\n"))?.[1] ?? "";

/** Dewi invites a coordinator. */
async function invited(label = "Koordinator"): Promise<{ payload: string; seen: Seen }> {
  await dewi.says("/peran");
  await dewi.presses("Undang orang");
  const seen = await dewi.presses(label);
  return { payload: payloadIn(seen), seen };
}

describe("an invitation", () => {
  it("goes from /peran over a link and a confirmation by name to a role", async () => {
    const { payload, seen } = await invited();
    expect(payload).toHaveLength(24);
    expect(seen.messages[0]?.text).toContain("koordinator");
    const bagus = sanggar.world.person("Bagus", { last_name: "Contoh", username: "bagus" });
    const opened = await bagus.starts(payload);
    expect(opened.text).toContain("Mohon tunggu");
    expect(await held(bagus), "before it is confirmed").toEqual([]);
    expect((await bagus.says("/tugas")).text).toContain("petugas yang berwenang");
    const asked = await dewi.sees();
    expect(asked.text).toContain("Bagus Contoh (@bagus) membuka undangan sebagai koordinator");
    expect((await dewi.presses("Ya, Bagus Contoh")).text).toContain(
      "Bagus Contoh sekarang koordinator, sampai Jum, 14 Agu 2026",
    );
    expect((await bagus.sees()).text).toContain("Selamat, Bapak/Ibu Bagus Contoh");
    expect(await held(bagus)).toEqual(["coordinator"]);
    expect((await dewi.says("/peran")).text).toContain("Bagus Contoh – koordinator, sampai");
  });

  it("has a QR picture with the same link, which a reader reads", async () => {
    const { payload, seen } = await invited();
    const [photo] = seen.messages.flatMap(({ message }) => message.photo ?? []);
    const { bytes } = sanggar.standin.control.file(photo?.file_id ?? "");
    const { username } = (await sanggar.standin.control.state()).bot;
    expect(await readQr(bytes)).toBe(`https://t.me/${username}?start=${payload}`);
    expect(bytes.length).toBeLessThan(150_000);
  });

  it("is kept as a digest only, and nothing of the link stands in the database or the log", async () => {
    const { payload } = await invited();
    const kept = await sanggar.connection.collection("invitations").find().toArray();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(payload.slice(2));
    expect(sanggar.output.join("\n")).not.toContain(payload.slice(2));
  });

  it("is used up by the first who opens it; that one may open it again", async () => {
    const { payload } = await invited();
    const [first, second] = [sanggar.world.person("Bagus"), sanggar.world.person("Orang")];
    await first.starts(payload);
    await dewi.sees();
    expect((await second.starts(payload)).text).toContain("tidak berlaku");
    expect((await first.starts(payload)).text).toContain("Mohon tunggu");
    expect((await dewi.sees()).messages, "the maker is not asked twice").toEqual([]);
    await dewi.presses("Ya, Bagus");
    expect((await first.starts(payload)).text).toContain("tidak berlaku");
    expect(await held(second)).toEqual([]);
  });

  it("has one winner among fifty who open it at the same moment", async () => {
    const made = await makeInvitation(
      { role: "coordinator", maker: dewi.id, update: 1 },
      sanggar.services,
    );
    if (!made.ok) throw new Error(made.reason);
    const opened = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        openInvitation(6_400_000_000 + at, made.payload.slice(2), sanggar.services),
      ),
    );
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("ends after 48 hours, and its confirmation 48 hours after that", async () => {
    const { payload } = await invited();
    const bagus = sanggar.world.person("Bagus");
    await later(47.9 * HOUR);
    await bagus.starts(payload);
    const card = await dewi.sees();
    await later(48.1 * HOUR);
    expect(
      (
        await dewi.presses({
          messageId: card.messages.at(-1)?.id ?? 0,
          data: dataOf(card, "Ya, Bagus"),
        })
      ).text,
    ).toContain("lewat waktunya");
    expect(await held(bagus)).toEqual([]);
    const { payload: other } = await invited();
    await later(48 * HOUR);
    expect((await bagus.starts(other)).text).toContain("tidak berlaku");
  });

  it("that was taken back opens nothing, whether it was opened before or not", async () => {
    const { payload, seen } = await invited();
    const bagus = sanggar.world.person("Bagus");
    const drop = { messageId: seen.messages[0]?.id ?? 0, data: dataOf(seen, "Tarik undangan") };
    expect((await dewi.presses(drop)).text).toContain("sudah ditarik");
    expect((await bagus.starts(payload)).text).toContain("tidak berlaku");
    const { payload: second } = await invited();
    await bagus.starts(second);
    const asked = await dewi.sees();
    const yes = { messageId: asked.messages.at(-1)?.id ?? 0, data: dataOf(asked, "Ya, Bagus") };
    await dewi.says("/peran");
    expect((await dewi.presses("Menunggu: 1")).text).toContain("sudah dibuka");
    await dewi.presses("Tarik nomor 1");
    expect((await bagus.sees()).text).toContain("belum bisa memastikan");
    expect((await dewi.presses(yes)).text).toContain("sudah selesai");
    expect(await held(bagus)).toEqual([]);
  });

  it("opened by the wrong person gives nothing: the maker says so", async () => {
    const { payload } = await invited();
    const stranger = sanggar.world.person("Orang Lain");
    await stranger.starts(payload);
    await dewi.sees();
    expect((await dewi.presses("Bukan orangnya")).text).toContain("tidak diberikan");
    expect(await held(stranger)).toEqual([]);
    expect((await stranger.sees()).text).toContain("belum bisa memastikan");
    expect((await stranger.starts(payload)).text).toContain("tidak berlaku");
  });

  it("is for somebody else than its maker", async () => {
    const { payload } = await invited();
    expect((await dewi.starts(payload)).text).toContain("untuk orang lain");
    const bagus = sanggar.world.person("Bagus");
    expect((await bagus.starts(payload)).text).toContain("Mohon tunggu");
  });

  it("is confirmed by its maker alone, and not by one who lost the role meanwhile", async () => {
    const { payload } = await invited();
    const [bagus, eka] = [sanggar.world.person("Bagus"), sanggar.world.person("Eka")];
    await give(eka, "owner");
    await bagus.starts(payload);
    const asked = await dewi.sees();
    const data = dataOf(asked, "Ya, Bagus");
    const own = (await eka.says("/bantuan")).messages.at(-1)?.id ?? 0;
    expect((await eka.presses({ messageId: own, data })).toast).toContain("tidak berlaku");
    await end(dewi, "owner");
    expect((await dewi.presses("Ya, Bagus")).toast).toContain("tidak berlaku");
    expect(await held(bagus)).toEqual([]);
  });

  it("of a maker who lost the role tells nobody who opened it", async () => {
    const { payload } = await invited();
    await end(dewi, "owner");
    const bagus = sanggar.world.person("Bagus");
    expect((await bagus.starts(payload)).text).toContain("tidak berlaku");
    expect((await dewi.sees()).messages).toEqual([]);
  });

  it("that is confirmed twice gives the role once, and never again after it ended", async () => {
    const { payload } = await invited();
    const bagus = sanggar.world.person("Bagus");
    await bagus.starts(payload);
    const asked = await dewi.sees();
    const yes = { messageId: asked.messages.at(-1)?.id ?? 0, data: dataOf(asked, "Ya, Bagus") };
    await dewi.presses(yes);
    await later(HOUR);
    await dewi.presses(yes);
    expect(dewi.screen().messages.at(-1)?.text).toContain("sekarang koordinator");
    expect(await held(bagus)).toEqual(["coordinator"]);
    await end(bagus, "coordinator");
    expect((await dewi.presses(yes)).text).toContain("sudah selesai");
    expect(await held(bagus)).toEqual([]);
  });

  it("whose handling died half way is finished by the same press", async () => {
    const { invitations } = sanggar.services;
    const { payload } = await invited();
    const bagus = sanggar.world.person("Bagus");
    await bagus.starts(payload);
    const [open] = await invitations.waiting(sanggar.clock.now());
    await invitations.confirm(open?.id ?? "", sanggar.clock.now());
    expect(await held(bagus)).toEqual([]);
    await dewi.sees();
    await dewi.presses("Ya, Bagus");
    expect(await held(bagus)).toEqual(["coordinator"]);
  });

  it("after five wrong links within the hour nothing is answered, not even to a good one", async () => {
    const { payload } = await invited();
    const stranger = sanggar.world.person("Orang");
    const wrong = ["i_", "i_x", `i_${"A".repeat(22)}`, `i_${"-".repeat(22)}`, `${payload}A`];
    for (const one of wrong) expect((await stranger.starts(one)).text).toContain("tidak berlaku");
    expect((await stranger.starts(wrong[2] ?? "")).messages).toEqual([]);
    expect((await stranger.starts(payload)).messages).toEqual([]);
    await later(HOUR);
    expect((await stranger.starts(payload)).text).toContain("Mohon tunggu");
  });

  it("is made twenty times a day and no more", async () => {
    await dewi.says("/peran");
    await dewi.presses("Undang orang");
    const asked = dewi.screen().messages.at(-1)?.message_id ?? 0;
    for (let at = 0; at < 20; at += 1) {
      const seen = await dewi.presses({ messageId: asked, data: "invite.make:coordinator" });
      expect(payloadIn(seen)).not.toBe("");
      await later(2_000);
    }
    const last = await dewi.presses({ messageId: asked, data: "invite.make:coordinator" });
    expect(last.text).toContain("sudah 20 undangan");
    await later(24 * HOUR);
    expect(payloadIn((await invited()).seen)).not.toBe("");
  });
});

describe("a role", () => {
  it("ends at once, and old keyboards do nothing", async () => {
    const bagus = sanggar.world.person("Bagus");
    await give(bagus, "coordinator");
    const list = await bagus.says("/komunitas");
    await dewi.says("/peran");
    await dewi.presses("1. Bagus");
    expect((await dewi.presses("Akhiri peran")).text).toContain("Akhiri peran koordinator");
    expect((await dewi.presses("Ya, akhiri")).text).toContain("sudah berakhir");
    expect((await bagus.sees()).text).toContain("sudah berakhir");
    expect(await held(bagus)).toEqual([]);
    for (const label of list.buttons)
      expect((await bagus.presses(label)).toast).toContain("tidak berlaku");
    const lines = await sanggar.connection
      .collection("audit")
      .find({ what: "role.end", result: "allowed" })
      .toArray();
    expect(lines).toHaveLength(1);
  });

  it("is renewed for twelve months, and lapses when it is not", async () => {
    const bagus = sanggar.world.person("Bagus");
    await give(bagus, "coordinator");
    await later(300 * 24 * HOUR);
    await dewi.says("/peran");
    await dewi.presses("1. Bagus");
    expect((await dewi.presses("Perpanjang 12 bulan")).text).toContain("10 Jun 2027");
    await later(100 * 24 * HOUR);
    expect(await held(bagus)).toEqual(["coordinator"]);
    expect(await held(dewi), "not renewed").toEqual([]);
    await later(300 * 24 * HOUR);
    expect(await held(bagus)).toEqual([]);
  });

  it("of the last owner cannot be ended, by nobody and from no keyboard", async () => {
    await dewi.says("/peran");
    await dewi.presses("1. Dewi");
    await dewi.presses("Akhiri peran");
    expect((await dewi.presses("Ya, akhiri")).text).toContain("admin yang terakhir");
    expect(await held(dewi)).toEqual(["owner"]);
    const eka = sanggar.world.person("Eka");
    await give(eka, "owner");
    await dewi.says("/peran");
    await dewi.presses("1. Dewi");
    await dewi.presses("Akhiri peran");
    await dewi.presses("Ya, akhiri");
    expect(await held(dewi)).toEqual([]);
    expect(await held(eka)).toEqual(["owner"]);
  });

  it("of two owners who end each other at the same moment stays with one at least", async () => {
    const eka = sanggar.world.person("Eka");
    await give(eka, "owner");
    const grants = await sanggar.services.roles.inForce(sanggar.clock.now());
    await Promise.all(grants.map((grant) => endRole(grant, { by: 1 }, sanggar.services)));
    expect(await sanggar.services.roles.holders("owner", sanggar.clock.now())).not.toEqual([]);
  });

  it("of a leader is asked for by coordinators, and given to a member of that community only", async () => {
    const bagus = sanggar.world.person("Bagus");
    await give(bagus, "coordinator");
    await sanggar.services.communities.seed({
      ...{ id: "sulam", name: "Sulam Harapan", kecamatan: ["36.04.19"], state: "active" },
      ...{ leaders: [], invented: true },
    });
    await bagus.says("/komunitas");
    const community = await bagus.presses("1. Sulam Harapan");
    expect(community.text).toContain("Belum ada ketua");
    expect((await bagus.presses("Undang ketua")).text).toContain("nomor HP calon ketua");
    expect((await bagus.says("0254 123456")).text).toContain("bukan nomor HP Indonesia");
    const payload = payloadIn(await bagus.says("0812 0000 0555"));
    const wulan = sanggar.world.person("Wulan");
    expect((await wulan.starts(payload)).text).toContain("terdaftar sebagai perajin dulu");
    const record = await addArtisan(sanggar, { telegram: wulan.id, name: "Wulan Contoh" });
    expect((await wulan.starts(payload)).text).toContain("komunitas lain");
    await sanggar.services.artisans.change(
      { id: record.id, version: 9_000 },
      { community: "sulam" },
    );
    const withPhone = (number: string, verified: boolean, version: number) =>
      sanggar.services.artisans.change({ id: record.id, version }, { phone: { number, verified } });
    expect((await wulan.starts(payload)).text).toContain("satu nomor HP");
    await withPhone("+6281200000556", true, 9_000);
    expect((await wulan.starts(payload)).text).toContain("satu nomor HP");
    await withPhone("+6281200000555", false, 9_000);
    expect((await wulan.starts(payload)).text, "typed, not shared").toContain("satu nomor HP");
    await withPhone("+6281200000555", true, 9_000);
    expect((await wulan.starts(payload)).text).toContain("Mohon tunggu");
    expect((await bagus.sees()).text).toContain("Komunitas: Sulam Harapan");
    await sanggar.services.artisans.change(
      { id: record.id, version: 9_001 },
      { community: undefined },
    );
    expect((await bagus.presses("Ya, Wulan Contoh")).text).toContain("komunitas lain");
    expect(await held(wulan)).toEqual(["artisan"]);
    await sanggar.services.artisans.change(
      { id: record.id, version: 9_002 },
      { community: "sulam" },
    );
    const [waiting] = await sanggar.services.invitations.waiting(sanggar.clock.now());
    if (!waiting) throw new Error("nothing waits");
    await withPhone("+6281200000556", true, 9_003);
    expect(await confirmInvitation(waiting, bagus.id, sanggar.services)).toEqual({
      ...{ ok: false, reason: "otherPhone" },
    });
    await withPhone("+6281200000555", true, 9_004);
    const confirmed = await confirmInvitation(waiting, bagus.id, sanggar.services);
    expect(confirmed.ok).toBe(true);
    expect(await held(wulan)).toEqual(["artisan", "leader"]);
    expect((await sanggar.services.communities.byId("sulam"))?.leaders).toEqual([record.id]);
  });

  it("of a leader is not invited or confirmed by an owner, nor another by a coordinator", async () => {
    const bagus = sanggar.world.person("Bagus");
    await give(bagus, "coordinator");
    expect((await bagus.says("/peran")).text).toContain("petugas yang berwenang");
    const messageId = (await bagus.says("/bantuan")).messages.at(-1)?.id ?? 0;
    const seen = await bagus.presses({ messageId, data: "invite.make:owner" });
    expect(seen.toast).toContain("tidak berlaku");
    const own = (await dewi.says("/bantuan")).messages.at(-1)?.id ?? 0;
    expect((await dewi.presses({ messageId: own, data: "invite.make:leader" })).messages).toEqual(
      [],
    );
    expect((await dewi.says("/komunitas")).text).toContain("petugas yang berwenang");
  });
});

/** What the button of that label carries. */
function dataOf(seen: Seen, label: string): string {
  const rows = seen.messages.flatMap(({ message }) => message.reply_markup?.inline_keyboard ?? []);
  const found = rows.flat().find(({ text }) => text === label);
  return found && "callback_data" in found ? (found.callback_data ?? "") : "";
}
