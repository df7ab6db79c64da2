import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

let sanggar: TestSanggar;
let bagus: TestPerson;
beforeEach(async () => {
  sanggar = await openSanggar();
  bagus = sanggar.world.person("Bagus");
  await give(bagus.id, "coordinator");
});
afterEach(() => sanggar.close());

const give = (telegram: number, role: "coordinator" | "owner") =>
  sanggar.services.roles.give({ telegram, role }, { by: 0, since: sanggar.clock.now() });
const listOf = (person: TestPerson) => {
  const { commands } = person.screen() as { commands: { command: string; description: string }[] };
  return commands.map(({ command }) => command);
};

/** The last command before those of everybody. */
const lastOwn = (list: readonly string[]) => list[list.indexOf("daftar") - 1];

describe("the list behind /", () => {
  it("is the person's own after /start, with everybody's commands below", async () => {
    expect(listOf(bagus)).toEqual([]);
    expect((await bagus.starts()).text).toContain("/kabar");
    expect(listOf(bagus).slice(0, 3)).toEqual(["tugas", "perajin", "daftarkan"]);
    const rina = sanggar.world.person("Rina");
    expect((await rina.starts()).text).not.toContain("/kabar");
    expect(listOf(rina), "Telegram falls back to everybody's list").toEqual([]);
  });

  it("changes with the roles: when one begins, and when one ends", async () => {
    const dewi = sanggar.world.person("Dewi");
    await give(dewi.id, "owner");
    await dewi.says("/peran");
    await dewi.presses("Undang orang");
    const seen = await dewi.presses("Admin");
    const payload = /start=(i_[\w-]{22})/.exec(seen.text)?.[1] ?? "";
    await bagus.starts(payload);
    await dewi.sees();
    await dewi.presses("Ya, Bagus");
    expect(lastOwn(listOf(bagus))).toBe("pengaturan");
    await dewi.says("/peran");
    await dewi.presses("1. Bagus");
    await dewi.presses("Akhiri peran");
    await dewi.presses("Ya, akhiri");
    expect(listOf(bagus).slice(0, 3)).toEqual(["peran", "pengaturan", "daftar"]);
  });

  it("is gone with the last role", async () => {
    await bagus.starts();
    const dewi = sanggar.world.person("Dewi");
    await give(dewi.id, "owner");
    await dewi.says("/peran");
    await dewi.presses("1. Bagus");
    await dewi.presses("Akhiri peran");
    await dewi.presses("Ya, akhiri");
    expect(listOf(bagus)).toEqual([]);
  });

  it("follows the language that was chosen", async () => {
    await bagus.starts();
    await bagus.says("/bahasa");
    await bagus.presses("English");
    const { commands } = bagus.screen() as { commands: { description: string }[] };
    expect(commands[0]?.description).toBe("What waits to be checked");
  });

  it("is a convenience only: a person who blocked the bot is given the role all the same", async () => {
    const dewi = sanggar.world.person("Dewi");
    await give(dewi.id, "owner");
    await bagus.blocks();
    await dewi.says("/peran");
    await dewi.presses("1. Bagus");
    await dewi.presses("Akhiri peran");
    expect((await dewi.presses("Ya, akhiri")).text).toContain("sudah berakhir");
  });
});

it("/bantuan tells what this person may do besides everybody's", async () => {
  const help = (await bagus.says("/bantuan")).text;
  expect(help).toContain("/komunitas – Komunitas dan ketuanya");
  expect(help).not.toContain("/peran");
  const rina = sanggar.world.person("Rina");
  expect((await rina.says("/bantuan")).text).not.toContain("/komunitas");
});
