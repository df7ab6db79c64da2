import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";

/** A small bot that shows everything the page has to draw; each word makes it do one thing. */
export function createWorkshopBot(token: string, apiRoot: string): Bot {
  const bot = new Bot(token, { client: { apiRoot } });
  const choices = new InlineKeyboard()
    .text("Ikut", "join")
    .text("Berhalangan", "decline")
    .row()
    .url("Bagikan lewat WhatsApp", "https://wa.me/?text=Ayo%20ikut");

  bot.command("start", (ctx) =>
    ctx.reply(
      `Selamat datang, ${ctx.from?.first_name ?? ""}. Undangan: ${ctx.match || "tidak ada"}`,
      {
        reply_markup: choices,
      },
    ),
  );
  bot.command("bantuan", (ctx) => ctx.reply("Ini bantuan."));
  bot.hears("kunci", (ctx) =>
    ctx.reply("Pilih.", {
      reply_markup: new Keyboard()
        .requestContact("📱 Nomor saya")
        .requestLocation("Tempat saya")
        .row()
        .text("Lewati")
        .resized()
        .placeholder("Ketuk tombol"),
    }),
  );
  bot.hears("kaya", (ctx) =>
    ctx.reply(
      "<b>tebal <i>miring</i></b> &lt;b&gt;bukan tebal&lt;/b&gt; <code>kode</code> " +
        '<tg-spoiler>rahasia</tg-spoiler> <a href="https://t.me/sanggar_demo_bot?start=inv_9">undangan</a> ' +
        '<a href="https://contoh.id/">luar</a> /bantuan 🧵<u>benang</u><blockquote>kutipan</blockquote>',
      { parse_mode: "HTML" },
    ),
  );
  bot.hears("mengetik", (ctx) => ctx.replyWithChatAction("typing"));
  bot.hears("berkas", (ctx) =>
    ctx.replyWithDocument(
      new InputFile(Buffer.from("nama;desa\nRina;Petir\n"), "daftar peserta.csv"),
    ),
  );
  bot.hears("tolak", (ctx) => ctx.api.deleteMessage(ctx.chat.id, 999_999).catch(() => undefined));
  bot.hears("salah", (ctx) => ctx.reply("salah", { parse_mod: "HTML" } as object));
  bot.callbackQuery("join", async (ctx) => {
    await ctx.answerCallbackQuery({ text: "Tempat Ibu sudah dicatat.", show_alert: true });
    await ctx.editMessageText("Ibu ikut.", { reply_markup: choices });
  });
  bot.callbackQuery("decline", async (ctx) => {
    await ctx.answerCallbackQuery("Baik, kami catat.");
    await ctx.editMessageText("Ibu berhalangan.");
  });
  bot.on("message:contact", (ctx) => ctx.reply(`Nomor: ${ctx.message.contact.phone_number}`));
  bot.on("message:location", (ctx) => ctx.reply(`Lintang: ${ctx.message.location.latitude}`));
  bot.on("message:photo", (ctx) => ctx.reply("Foto diterima."));
  bot.on("message:text", (ctx) => ctx.reply(`Anda menulis: ${ctx.message.text}`));
  bot.catch(() => undefined);
  return bot;
}
