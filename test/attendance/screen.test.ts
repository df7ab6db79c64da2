import { describe, expect, it } from "vitest";
import { createJobs } from "../../src/jobs/jobs.ts";
import type { Seen } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import { readQr } from "../support/qr.ts";
import { at, DAY, digitsIn, open } from "./field.ts";

type Room = Awaited<ReturnType<typeof open>>;

/** What a camera reads in the picture that the coordinator shows. */
async function scanned({ sanggar, bagus }: Room, message: number) {
  const found = bagus.screen().messages.find(({ message_id }) => message_id === message);
  const file = sanggar.standin.control.file(found?.photo?.at(-1)?.file_id ?? "");
  return /\?start=(.*)$/.exec((await readQr(file.bytes)) ?? "")?.[1] ?? "";
}

const idOf = ({ messages }: Seen) => messages.at(-1)?.id ?? 0;
const pictureIn = ({ messages }: Seen) => messages.find(({ message }) => message.photo)?.id ?? 0;
const captionOf = ({ bagus }: Room, message: number) =>
  bagus.screen().messages.find(({ message_id }) => message_id === message)?.caption ?? "";

describe("the screen of a room", () => {
  it("is one picture that changes by itself each minute, QR and digits, and lets people in", async () => {
    const field = await open();
    const { sanggar, world, clock, rina, sari, bagus, opensRoom, code, marks } = field;
    await opensRoom();
    const picture = pictureIn(await bagus.presses("Gambar QR"));
    expect(world.copies(bagus, "tampil di pesan lain"), "the text shows no code").toBe(1);
    const first = await scanned(field, picture);
    clock.set(at(`${DAY} 14:06`));
    await sanggar.tick();
    const second = await scanned(field, picture);
    expect(second).not.toBe(first);
    expect(captionOf(field, picture).replaceAll(" ", "")).toContain(await code());
    expect(world.copies(bagus, "Kode ruang:"), "edited, not sent again").toBe(1);
    expect((await rina.starts(second)).text).toContain("sudah dicatat");
    clock.set(at(`${DAY} 14:07`));
    await sanggar.tick();
    expect(captionOf(field, picture)).toContain("Tercatat hadir: 1");
    expect((await sari.starts(second)).text, "the one before counts a minute more").toContain(
      "sudah dicatat",
    );
    expect((await marks()).map(({ road }) => road)).toEqual(["code", "code"]);
  });

  it("is edited once a minute, however many processes and ticks look", async () => {
    const { sanggar, world, clock, bagus, opensRoom } = await open();
    await opensRoom();
    await bagus.presses("Gambar QR");
    const edits = () => world.calls("editMessageMedia").length;
    const before = edits();
    const jobs = [1, 2, 3].map(() => createJobs(sanggar.services, { inFlight: 1 }));
    for (const minute of ["14:06", "14:07"]) {
      clock.set(at(`${DAY} ${minute}`));
      await Promise.all([...jobs, ...jobs].map((one) => one.tick()));
    }
    expect(edits() - before).toBe(2);
  });

  it("stops when the room is closed, and shows no code then", async () => {
    const field = await open();
    const { sanggar, world, clock, bagus, opensRoom } = field;
    await opensRoom();
    const picture = pictureIn(await bagus.presses("Gambar QR"));
    expect((await bagus.presses("Tutup ruang")).text).toContain("Berapa orang");
    expect(captionOf(field, picture)).toBe(
      "Ruang sudah ditutup. Kode dan gambar ini tidak berlaku lagi.",
    );
    const edits = world.calls("editMessageMedia").length;
    clock.set(at(`${DAY} 14:06`));
    await sanggar.tick();
    expect(world.calls("editMessageMedia").length).toBe(edits);
  });

  it("closes by itself an hour after the day's last hour, and asks for the heads", async () => {
    const { sanggar, clock, bagus, rina, code, day, opensRoom } = await open();
    const text = idOf(await opensRoom());
    clock.set(at(`${DAY} 16:59`));
    await sanggar.tick();
    expect((await rina.says(await code())).text, "who signs late still can").toContain("dicatat");
    clock.set(at(`${DAY} 17:00`));
    await sanggar.tick();
    expect(await day()).toMatchObject({ open: false });
    const shown = bagus.screen().messages.find(({ message_id }) => message_id === text);
    expect(shown?.text).toContain("tidak berlaku lagi");
    await bagus.presses("Isi jumlah orang");
    expect((await bagus.says("1")).text).toContain("cocok");
  });

  it("moves to who shows it last, and leaves whose role has ended", async () => {
    const field = await open();
    const { sanggar, services, world, clock, bagus, opensRoom, day } = field;
    await opensRoom();
    const dewi = world.person("Dewi");
    await addArtisan(sanggar, { id: "dewi", telegram: dewi.id, name: "Dewi Contoh" });
    const grant = { telegram: dewi.id, role: "coordinator" } as const;
    await services.roles.give(grant, { by: 0, since: clock.now() });
    await dewi.says("/hadir");
    await dewi.presses("Jum, 22 Agu 2025 Pelati…");
    const there = await dewi.presses("Tampilkan kode");
    expect(digitsIn(there)).not.toBe("");
    expect(world.copies(bagus, "Kode ruang:"), "one screen a room").toBe(0);
    await services.roles.end(grant, clock.now());
    clock.set(at(`${DAY} 14:06`));
    await sanggar.tick();
    expect(world.copies(dewi, "Kode ruang:")).toBe(0);
    expect((await day()).shown).toBeUndefined();
  });

  it("is let be when its coordinator deleted it, and can be shown anew", async () => {
    const { sanggar, clock, bagus, opensRoom, day } = await open();
    const text = idOf(await opensRoom());
    await sanggar.services.messenger.remove(bagus.id, text);
    clock.set(at(`${DAY} 14:06`));
    await sanggar.tick();
    expect((await day()).shown).toBeUndefined();
    await bagus.says("/hadir");
    await bagus.presses("Jum, 22 Agu 2025 Pelati…");
    expect(digitsIn(await bagus.presses("Tampilkan kode"))).not.toBe("");
  });
});
