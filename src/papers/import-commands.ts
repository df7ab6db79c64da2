import { Composer, InputFile } from "grammy";
import { note } from "../access/note.ts";
import { standingOf } from "../access/standing.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { allowed, guarded, permitOf, type Permit } from "../bot/gate.ts";
import { fetchFile } from "../bot/telegram-file.ts";
import { localDate } from "../dates.ts";
import { mayRegisterPeople } from "../office/settings.ts";
import type { Services } from "../services.ts";
import { codeSheet, unclaimedOf } from "./claim-code-sheet.ts";
import { fileName } from "./file-name.ts";
import { type Import, IMPORT_LIMITS } from "./import.ts";
import {
  previewCard,
  type Remark,
  remarkColumns,
  remarkRow,
  remarksOf,
  SAID,
  savedCard,
  undoneCard,
} from "./import-card.ts";
import { keepPreview } from "./keep-preview.ts";
import { planImport } from "./plan-import.ts";
import { saveRows } from "./save-import.ts";
import { readSheet, type SheetProblem, writeSheet } from "./spreadsheet.ts";
import { undoRows } from "./undo-import.ts";

/** Rows that are done while the coordinator waits; the clock goes on with more. */
const AT_ONCE = 150;

/** A sheet of artisans that a coordinator sends: looked through, saved, taken back. */
export function importCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onOwn = (handle: (ctx: BotContext, one: Import, permit: Permit) => Promise<void>) =>
    guarded(
      services,
      {
        action: "import.own",
        find: (ctx) =>
          services.imports.byId(readPress(ctx.callbackQuery?.data ?? "").args[0] ?? ""),
        thing: ({ by }) => ({ registrar: by }),
      },
      handle,
    );

  composer.callbackQuery(
    "paper.import",
    allowed(services, "import.run", (ctx) => ctx.replace(ctx.speech.html("import-how"))),
  );
  composer.on("message:document").filter(
    // Anybody else's document is not understood, as it ever was.
    async (ctx) =>
      permitOf(await standingOf(ctx.person, services), "import.run", {}, "private") !== undefined,
    allowed(services, "import.run", (ctx, permit) => preview(ctx, permit, services)),
  );
  composer.callbackQuery(
    /^import\.save:/,
    onOwn((ctx, one) => save(ctx, one, services)),
  );
  composer.callbackQuery(
    /^import\.undo:/,
    onOwn((ctx, one) => undo(ctx, one, services)),
  );
  composer.callbackQuery(
    /^import\.codes:/,
    onOwn((ctx, one, permit) => sendCodes(ctx, one, permit, services)),
  );
  composer.callbackQuery(
    /^import\.drop:/,
    onOwn(async (ctx, { id }) => {
      await services.imports.drop(id);
      await ctx.replace(ctx.speech.html("import-dropped"));
    }),
  );
  return composer;
}

async function preview(
  ctx: BotContext,
  { telegram, action, as }: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  if (!mayRegisterPeople(await services.settings.read())) {
    await ctx.show(speech.html("registration-closed"));
    return;
  }
  const read = await readDocument(ctx);
  if (!read.ok) {
    const { bytes, rows: most } = IMPORT_LIMITS;
    const values = { megabytes: bytes / 1_000_000, rows: most };
    await ctx.show(speech.html(`import-${read.reason}`, values));
    return;
  }
  const planned = await planImport(read.rows, services);
  if (!planned.ok) {
    const missing = planned.missing.join(", ");
    await ctx.show(speech.html("import-headers", { missing }));
    return;
  }
  const line = { who: telegram, as, what: action, whom: planned.known } as const;
  await services.audit.write({ ...line, detail: "preview", from: "private", result: "allowed" });
  const id = `import-${ctx.update.update_id}`;
  await keepPreview({ id, by: telegram, planned }, services);
  const remarks = remarksOf(planned.rows, speech);
  if (remarks.length > SAID) await sendRemarks(ctx, remarks, services);
  await ctx.show(previewCard(speech, { id, counts: planned.counts, remarks }));
}

async function readDocument(ctx: BotContext) {
  const document = ctx.message?.document;
  const gone = { ok: false as const, reason: "notASheet" as SheetProblem };
  if (!document) return gone;
  const fetched = await fetchFile(ctx.api, document, IMPORT_LIMITS.bytes);
  if (!fetched.ok) return fetched.reason === "gone" ? gone : { ...gone, reason: fetched.reason };
  return readSheet(fetched.bytes, IMPORT_LIMITS);
}

async function sendRemarks(
  ctx: BotContext,
  remarks: readonly Remark[],
  { clock }: Services,
): Promise<void> {
  const { speech } = ctx;
  // eslint-disable-next-line @typescript-eslint/require-await -- a sheet takes its rows as a stream
  async function* rows() {
    for (const remark of remarks) yield remarkRow(remark, speech);
  }
  const sheet = { name: speech.plain("remark-name"), columns: remarkColumns(speech), rows: rows() };
  const date = localDate(clock.now());
  const name = fileName({ paper: "remarks", date, ending: "xlsx" });
  await ctx.replyWithDocument(new InputFile(writeSheet("xlsx", sheet), name), {
    protect_content: true,
  });
}

async function save(ctx: BotContext, one: Import, services: Services): Promise<void> {
  const { clock, imports } = services;
  const now = clock.now();
  const until = new Date(now.getTime() + IMPORT_LIMITS.undoMs);
  const begun = await imports.save(one.id, now, until);
  const current = await imports.byId(one.id);
  if (!begun && current?.state === "preview") {
    await ctx.replace(ctx.speech.html("import-late"));
    return;
  }
  if (current?.state === "saving") await saveRows(current, { most: AT_ONCE }, services);
  await showState(ctx, one.id, services);
}

async function undo(ctx: BotContext, one: Import, services: Services): Promise<void> {
  const { clock, imports } = services;
  const begun = await imports.undo(one.id, clock.now());
  const current = await imports.byId(one.id);
  if (!begun && current?.state === "done") {
    await ctx.replace(ctx.speech.html("import-undo-late"));
    return;
  }
  if (current?.state === "undoing") await undoRows(current, { most: AT_ONCE }, services);
  await showState(ctx, one.id, services);
}

/** It is there to be printed, so unlike a list of artisans it can be kept. */
async function sendCodes(
  ctx: BotContext,
  { id, by }: Import,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const ids = await unclaimedOf(id, services);
  if (!ids.length) return ctx.replace(speech.html("import-codes-none"));
  await note(permit, ids, services, "claim.code");
  const to = { registrar: by, bot: ctx.me.username, speech: services.texts.id };
  const sheet = codeSheet(ids, to, services);
  const date = localDate(services.clock.now());
  const name = fileName({ paper: "claimCodes", date, ending: "xlsx" });
  await ctx.replyWithDocument(new InputFile(sheet, name), {
    caption: speech.html("import-codes", { count: ids.length }),
    parse_mode: "HTML",
  });
}

/** What has become of it by now. */
async function showState(ctx: BotContext, id: string, { imports }: Services): Promise<void> {
  const { speech } = ctx;
  const state = (await imports.byId(id))?.state;
  const counts = await imports.count(id);
  if (state === "done") await ctx.replace(savedCard(speech, id, counts));
  else if (state === "undone") await ctx.replace(undoneCard(speech, counts));
  else await ctx.replace(speech.html("import-goes-on"));
}
