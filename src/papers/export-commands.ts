import { Composer, InputFile } from "grammy";
import type { ListFilter } from "../artisans/artisan-list-repository.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, type Permit } from "../bot/gate.ts";
import { tell } from "../bot/tell.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { cleanText } from "../text.ts";
import { decideExport, giveReason } from "./decide-export.ts";
import { EXPORT_LIMITS, type ExportRequest, readReason } from "./export.ts";
import {
  filtersCard,
  filterValues,
  formatsCard,
  papersCard,
  showFilter,
  valuesCard,
} from "./export-card.ts";
import { fileName } from "./file-name.ts";
import { listOfArtisans, listSheet, sheetEnv } from "./list-of-artisans.ts";
import { noticeId } from "../notices/notice.ts";
import { sheetOfNotice } from "./notice-sheet.ts";
import { SHEET_FORMATS } from "./spreadsheet.ts";

/** /berkas: the list of artisans as a file, for those who may have it. */
export function exportCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const may = (handle: (ctx: BotContext, permit: Permit) => Promise<void>) =>
    allowed(services, "export.run", handle);
  const decide = (state: "approved" | "refused") =>
    guarded(
      services,
      {
        action: "export.decide",
        find: (ctx) => services.exports.byId(pressed(ctx)[0] ?? ""),
        thing: ({ by }) => ({ registrar: by }),
      },
      (ctx, request, permit) => takeDecision(ctx, request, state, permit, services),
    );

  composer.command(
    ["berkas", "papers"],
    may(async (ctx) => void (await ctx.show(papersCard(ctx.speech)))),
  );
  composer.callbackQuery(
    "paper.list",
    may((ctx) => ctx.replace(filtersCard(ctx.speech))),
  );
  composer.callbackQuery(
    "paper.blank",
    may((ctx) => sendBlank(ctx, services)),
  );
  composer.callbackQuery(
    /^paper\.by:/,
    may((ctx) => showValues(ctx, services)),
  );
  composer.callbackQuery(
    /^paper\.of:/,
    may((ctx) => showFormats(ctx, services)),
  );
  composer.callbackQuery(
    /^paper\.make:/,
    may((ctx) => askReason(ctx, services)),
  );
  composer.callbackQuery(/^paper\.yes:/, decide("approved"));
  composer.callbackQuery(/^paper\.no:/, decide("refused"));
  composer.on("message:text").filter(
    async (ctx) => (await asked(ctx, services)) !== undefined,
    may((ctx) => takeReason(ctx, services)),
  );
  return composer;
}

const pressed = (ctx: BotContext) => readPress(ctx.callbackQuery?.data ?? "").args;

/** The list this person was asked the reason of; a command is none. */
async function asked(ctx: BotContext, { clock, exports }: Services) {
  if (ctx.message?.text?.startsWith("/")) return undefined;
  return exports.asked(ctx.person, clock.now());
}

async function showValues(ctx: BotContext, services: Services): Promise<void> {
  const [kind, page] = pressed(ctx);
  if (kind !== "kecamatan" && kind !== "craft" && kind !== "community") return;
  const values = filterValues(kind, { ...(await sheetEnv(services)), speech: ctx.speech });
  await ctx.replace(valuesCard(ctx.speech, kind, values, Number(page) || 0));
}

/** A filter as a button carries it; undefined: there is no such thing. */
async function readFilter(
  [kind, value = ""]: string[],
  services: Services,
): Promise<ListFilter | undefined> {
  if (kind === "all") return { kind };
  if (kind !== "kecamatan" && kind !== "craft" && kind !== "community") return undefined;
  const values = filterValues(kind, await sheetEnv(services));
  return values.some((one) => one.value === value) ? { kind, value } : undefined;
}

async function showFormats(ctx: BotContext, services: Services): Promise<void> {
  const filter = await readFilter(pressed(ctx), services);
  if (!filter) return;
  const whom = await inWords(filter, ctx, services);
  const count = await services.artisanList.count(filter);
  await ctx.replace(formatsCard(ctx.speech, { filter, count, whom }));
}

const inWords = async (filter: ListFilter, { speech }: BotContext, services: Services) =>
  showFilter(filter, { ...(await sheetEnv(services)), speech });

async function askReason(ctx: BotContext, services: Services): Promise<void> {
  const [form, ...rest] = pressed(ctx);
  const format = SHEET_FORMATS.find((one) => one === form);
  const filter = await readFilter(rest, services);
  if (!format || !filter) return;
  const count = await services.artisanList.count(filter);
  await askReasonOf(ctx, { format, filter, count }, services);
}

/** What is asked for waits for its reason. */
export async function askReasonOf(
  ctx: BotContext,
  what: Pick<ExportRequest, "format" | "filter" | "count">,
  { clock, exports }: Services,
): Promise<void> {
  const now = clock.now();
  const request: ExportRequest = {
    id: `export-${ctx.update.update_id}`,
    by: ctx.person,
    ...what,
    state: "asking",
    askedAt: now,
    until: new Date(now.getTime() + EXPORT_LIMITS.reasonMs),
  };
  await exports.dropAsked(ctx.person);
  await exports.ask(request);
  // A form in the middle would take the reason for its answer; its answers are kept.
  await ctx.conversation.exitAll();
  await ctx.replace(ctx.speech.html("export-reason"));
}

async function takeReason(ctx: BotContext, services: Services): Promise<void> {
  const request = await asked(ctx, services);
  const text = ctx.message?.text ?? "";
  if (!request) return;
  const read = readReason(text);
  if (!read.ok) {
    await ctx.show(ctx.speech.html(`export-reason-${read.reason}`));
    return;
  }
  const { first_name = "", last_name = "" } = ctx.from ?? {};
  const why = { reason: read.value, name: cleanText(`${first_name} ${last_name}`) };
  const given = await giveReason(request, why, services);
  if (!given.ok) {
    await services.exports.dropAsked(ctx.person);
    await ctx.show(ctx.speech.html(`export-${given.reason}`, { most: EXPORT_LIMITS.aDay }));
  } else if (given.state === "waiting") {
    await ctx.show(ctx.speech.html("export-waiting", { count: given.asked }));
  } else {
    await sendList(ctx, request, services);
  }
}

/** The file goes to who asked for it. It is never on a disk, and cannot be forwarded. */
async function sendList(
  ctx: BotContext,
  request: ExportRequest,
  services: Services,
): Promise<void> {
  const speech = services.texts[(await services.people.languageOf(request.by)) ?? "id"];
  const { name, bytes, count } = await listOf(request, services);
  await ctx.api.sendDocument(request.by, new InputFile(bytes, name), {
    caption: speech.html("export-caption", { count }),
    parse_mode: "HTML",
    protect_content: true,
  });
  await services.exports.sent(request.id);
}

async function listOf(request: ExportRequest, services: Services) {
  const { by, filter, format } = request;
  if (filter.kind !== "notice") return listOfArtisans({ by, filter, format }, services);
  const notice = await services.notices.byId(noticeId(filter.value));
  // Notices are kept for months, and a request for a day.
  if (!notice) throw new Error("the notice of a list is gone");
  return sheetOfNotice({ by, format, notice }, services);
}

async function takeDecision(
  ctx: BotContext,
  request: ExportRequest,
  state: "approved" | "refused",
  { action, as, telegram }: Permit,
  services: Services,
): Promise<void> {
  const { audit, people, texts } = services;
  const line = { who: telegram, as, what: action, whom: [], from: "private" } as const;
  await audit.write({ ...line, detail: `${state} ${request.id}`, result: "allowed" });
  const decided = await decideExport(request, state, telegram, services);
  if (!decided.ok) {
    await ctx.replace(ctx.speech.html(`export-${decided.reason}`));
    return;
  }
  if (state === "approved") await sendList(ctx, decided.request, services);
  else {
    const speech = texts[(await people.languageOf(request.by)) ?? "id"];
    await tell(request.by, { text: speech.html("export-refused") }, services);
  }
  await ctx.replace(ctx.speech.html(`export-you-${state}`));
}

// eslint-disable-next-line @typescript-eslint/require-await -- a sheet takes its rows as a stream
async function* noRows() {
  yield* [];
}

/** A sheet with its head only, to be filled in and sent back. */
async function sendBlank(ctx: BotContext, services: Services): Promise<void> {
  const bytes = listSheet("xlsx", noRows(), { speech: services.texts.id });
  const date = localDate(services.clock.now());
  const name = fileName({ paper: "blankSheet", date, ending: "xlsx" });
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    caption: ctx.speech.html("import-how"),
    parse_mode: "HTML",
  });
}
