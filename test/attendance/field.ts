import { onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import { minuteOf, roomCode } from "../../src/attendance/room.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar } from "../support/sanggar.ts";

export const DAY = "2025-08-22";
export const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+07:00`);

/**
 * Bagus is a coordinator. Wulan leads the community of Rina and of Tini, who has no Telegram, and
 * takes part herself. Sari is a participant of another community; Mimin is none.
 */
export async function open() {
  const sanggar = await openSanggar({ now: at("2025-08-20 09:00") });
  onTestFinished(() => sanggar.close());
  const { services, world, clock } = sanggar;
  clock.freeze(true);
  await services.trainings.add(firstTraining);
  const given = { by: 0, since: clock.now() };
  const person = async (name: string, community?: string) => {
    const one = world.person(name);
    const id = name.toLowerCase();
    const named = { id, telegram: one.id, name: `${name} Contoh` };
    await addArtisan(sanggar, { ...named, ...(community !== undefined && { community }) });
    return one;
  };
  const [wulan, rina] = [await person("Wulan", "manik"), await person("Rina", "manik")];
  const [sari, mimin] = [await person("Sari", "anyam"), await person("Mimin", "manik")];
  await addUnclaimed(sanggar, { id: "tini", name: "Tini Contoh", community: "manik" });
  const bagus = world.person("Bagus");
  await services.roles.give({ telegram: bagus.id, role: "coordinator" }, given);
  await services.roles.give({ telegram: wulan.id, role: "leader", scope: "manik" }, given);
  for (const id of ["wulan", "rina", "sari", "tini"])
    await services.trainings.takeSeat(firstTraining.id, id, given.since);
  clock.set(at(`${DAY} 14:05`));
  const day = () => services.attendanceDays.of(firstTraining.id, DAY);
  return {
    ...{ sanggar, services, world, clock, wulan, rina, sari, mimin, bagus, day },
    code: async () =>
      roomCode(services.attendanceDays.secretOf(await day()), minuteOf(clock.now())),
    marks: () => services.marks.of(firstTraining.id, DAY),
    opensRoom: async () => {
      await bagus.says("/hadir");
      await bagus.presses("Jum, 22 Agu 2025 Pelati…");
      return bagus.presses("Buka ruang");
    },
    list: async (who: TestPerson) => {
      await who.says("/hadir");
      await who.presses("Jum, 22 Agu 2025 Pelati…");
      return who.presses("Daftar hadir");
    },
    receipts: (who: TestPerson) => world.copies(who, "sudah dicatat"),
  };
}

export function digitsIn({ text }: Seen): string {
  return (/\d{3} \d{3}/.exec(text)?.[0] ?? "").replace(" ", "");
}
