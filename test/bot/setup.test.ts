import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Became, bringUpToDate, stepsByHand } from "../../src/bot/appearance.ts";
import { createTexts } from "../../src/bot/language.ts";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import { projectRoot } from "../../src/root.ts";
import { createWorld } from "../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";

const texts = createTexts();
const OFFICE = "Dinas Contoh";
const ALL = [
  ...["name (id)", "description (id)", "short description (id)"],
  ...["name (en)", "description (en)", "short description (en)"],
  ...["commands (id)", "commands (en)", "menu button"],
];

let standin: Standin;
let api: Api;
beforeEach(async () => {
  standin = await createStandin({ clock: createAdjustableClock() });
  api = new Api(standin.token, clientOptions(standin.url, { tries: 2 }));
});
afterEach(async () => {
  createWorld(standin).check();
  await standin.stop();
});

async function setUp(office = OFFICE): Promise<Became[]> {
  const all = [];
  for await (const one of bringUpToDate(api, texts, office)) all.push(one);
  return all;
}

const thatAre = (all: readonly Became[], is: Became["is"]) =>
  all.filter((one) => one.is === is).map(({ what }) => what);
const writes = () => standin.control.calls({}).filter(({ method }) => method.startsWith("set"));

describe("what people see before they write", () => {
  it("is set by the first run, in both languages", async () => {
    expect(thatAre(await setUp(), "changed")).toEqual(ALL);
    const { description } = await api.getMyDescription();
    expect(description).toContain(`Bot ini milik ${OFFICE}. Tekan MULAI.`);
    expect(await api.getMyName({ language_code: "en" })).toEqual({ name: "Sanggar for artisans" });
    expect((await api.getMyCommands())[0]).toEqual({
      command: "daftar",
      description: "Mendaftar sebagai perajin",
    });
  });

  it("is left alone by the second run, which writes nothing", async () => {
    await setUp();
    const before = writes().length;
    expect(thatAre(await setUp(), "left")).toEqual(ALL);
    expect(writes()).toHaveLength(before);
  });

  it("is changed only where it differs", async () => {
    await setUp();
    await api.setMyShortDescription("sesuatu yang lain");
    await api.setMyCommands([], { language_code: "en" });
    expect(thatAre(await setUp(), "changed")).toEqual(["short description (id)", "commands (en)"]);
    expect(thatAre(await setUp("Dinas Lain"), "changed")).toEqual([
      "description (id)",
      "description (en)",
    ]);
  });

  it("waits where Telegram asks for it, does the rest, and is finished by a later run", async () => {
    const world = createWorld(standin);
    world.fault({ method: "setMyName", times: 1, code: 429, retry_after: 3_600 });
    const first = await setUp();
    expect(first[0]).toEqual({
      what: "name (id)",
      is: "waiting",
      why: "Telegram takes it again in 60 min at the earliest. Run this once more then; what is done stays done.",
    });
    expect(thatAre(first, "changed")).toEqual(ALL.slice(1));
    expect(thatAre(await setUp(), "changed")).toEqual(["name (id)"]);
  });

  it("says what Telegram does not take", async () => {
    const description = "Bad Request: name is not allowed";
    createWorld(standin).fault({ method: "setMyName", times: 1, code: 400, description });
    expect((await setUp())[0]).toMatchObject({
      is: "refused",
      why: "Telegram answers: Bad Request: name is not allowed.",
    });
  });

  it.each(["id", "en"] as const)("fits into what Telegram shows (%s)", (language) => {
    const words = (key: string) => texts[language].plain(key, { office: "x".repeat(120) });
    expect(words("bot-name").length).toBeLessThanOrEqual(64);
    expect(words("bot-short-description").length).toBeLessThanOrEqual(120);
    expect(words("bot-description").length).toBeLessThanOrEqual(512);
  });
});

describe("what only BotFather can change", () => {
  const right = {
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  it("is told only where it is not so yet; the picture always", () => {
    expect(stepsByHand(right)).toHaveLength(1);
    const wrong = Object.fromEntries(Object.keys(right).map((name) => [name, true]));
    const told = stepsByHand(wrong as typeof right).join("\n");
    for (const command of ["/setprivacy", "/setjoingroups", "/setinline", "/setuserpic"])
      expect(told).toContain(command);
  });
});

describe("npm run setup:bot", () => {
  /** In a folder without a `.env`. */
  const run = (env: Record<string, string>) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const script = join(projectRoot, "src/bot/setup.ts");
      const loader = import.meta.resolve("tsx");
      const how = { cwd: tmpdir(), env: { PATH: "/usr/bin:/bin", ...env } };
      execFile(process.execPath, ["--import", loader, script], how, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });

  it("says each thing it did, and what is left to do by hand", async () => {
    const given = { BOT_TOKEN: standin.token, BOT_API_ROOT: standin.url };
    const { code, out, err } = await run(given);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.split("\n")).toContain("  name (id): changed");
    expect(out).toContain("/setjoingroups, Disable");
    expect(out).not.toContain(standin.token);
    const again = await run(given);
    expect(again.out).not.toContain("changed");
  });

  it("says in one sentence why it cannot", async () => {
    const { code, err } = await run({
      BOT_TOKEN: "7000000009:sanggar-demo",
      BOT_API_ROOT: standin.url,
    });
    expect(code).toBe(1);
    expect(err).toBe("Telegram does not know BOT_TOKEN. Ask @BotFather for a new one.\n");
  });
});
