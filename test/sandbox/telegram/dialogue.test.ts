import { Bot, InlineKeyboard, Keyboard } from "grammy";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createAdjustableClock } from "../../../src/clock.ts";
import { createWorld, type World } from "../../../src/sandbox/telegram/client.ts";
import { createStandin, type Standin } from "../../../src/sandbox/telegram/index.ts";

let standin: Standin;
let world: World;
let bot: Bot;

beforeAll(async () => {
  const clock = createAdjustableClock(new Date("2026-03-02T01:00:00Z"));
  standin = await createStandin({ clock });
  world = createWorld(standin);
  bot = createBot(standin);
  await bot.init();
  void bot.start();
  await standin.control.botReady();
});
afterAll(async () => {
  await bot.stop();
  await standin.stop();
  world.check();
});

function createBot({ url, token }: Standin): Bot {
  const made = new Bot(token, { client: { apiRoot: url } });
  made.command("start", (ctx) => ctx.reply(`Halo ${ctx.match}`.trim()));
  made.command("menu", (ctx) =>
    ctx.reply("<b>Pilih</b>", {
      parse_mode: "HTML",
      reply_markup: new InlineKeyboard().text("Ya", "yes").text("Tidak", "no"),
    }),
  );
  made.command("nomor", (ctx) =>
    ctx.reply("Nomor?", { reply_markup: new Keyboard().requestContact("Kirim nomor") }),
  );
  made.on("callback_query:data", async (ctx) => {
    await ctx.answerCallbackQuery({ text: `Tercatat: ${ctx.callbackQuery.data}` });
    await ctx.editMessageText("Terima kasih");
  });
  made.on("message:contact", (ctx) =>
    ctx.reply(ctx.message.contact.user_id === ctx.from.id ? "Nomor Anda" : "Bukan nomor Anda", {
      reply_markup: { remove_keyboard: true },
    }),
  );
  made.on("edited_message", (ctx) => ctx.reply("Perubahan tidak dibaca"));
  made.on("message:photo", (ctx) => ctx.reply("Foto diterima"));
  return made;
}

describe("a dialogue through grammY", () => {
  test("a deep link reaches the bot and its answer is seen", async () => {
    const rina = world.person("Rina", { started: false });
    expect((await rina.starts("inv_7")).text).toBe("Halo inv_7");
  });

  test("a button is pressed by its label; toast and edit are seen", async () => {
    const rina = world.person("Rina");
    const menu = await rina.says("/menu");
    expect(menu.messages[0]?.html).toBe("<b>Pilih</b>");
    expect(menu.buttons).toEqual(["Ya", "Tidak"]);
    const after = await rina.presses("Ya");
    expect(after).toMatchObject({ text: "Terima kasih", toast: "Tercatat: yes", buttons: [] });
  });

  test("a contact is one's own or somebody else's", async () => {
    const rina = world.person("Rina", { phone: "+62 812-0000-1111" });
    const dewi = world.person("Dewi");
    expect((await rina.says("/nomor")).keyboard).toEqual([["Kirim nomor"]]);
    expect(await rina.taps("Kirim nomor")).toMatchObject({ text: "Nomor Anda", keyboard: null });
    expect((await rina.sharesContactOf(dewi)).text).toBe("Bukan nomor Anda");
  });

  test("edits and albums arrive, each photo as an update of its own", async () => {
    const rina = world.person("Rina");
    await rina.says("halo");
    expect((await rina.edits(rina.lastOwn().message_id, "hai")).text).toContain("tidak dibaca");
    expect((await rina.sendsAlbum([{}, {}, {}])).messages).toHaveLength(3);
  });
});
