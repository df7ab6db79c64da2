import { Composer } from "grammy";
import { packPress, readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit, permitNow } from "../bot/gate.ts";
import { putAside } from "../bot/one-question.ts";
import { sendFile } from "../bot/send-file.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { onTraining } from "../trainings/on-training.ts";
import { type Training, whereOf } from "../trainings/training.ts";
import { fileName } from "./file-name.ts";
import { type LeaderChange, leaderChangeOf, leaderReportOf } from "./leader-report.ts";
import { officialReportPdf, type ToolHandover } from "./official-report.ts";
import { frameNow } from "./paper-frame.ts";
import { MOST_TOOLS, readTools } from "./read-tools.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** Drafts of reports about tools that are handed over, and about a change of leader. */
export function officialReportCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    /^ba\.tools:/,
    onTraining(services, "paper.make", (ctx, training) => askTools(ctx, training, services)),
  );
  composer.callbackQuery(
    /^ba\.toolsEmpty:/,
    onTraining(services, "paper.make", async (ctx, training, permit) => {
      await services.paperWaits.clear(ctx.person);
      await sendTools(ctx, training, { items: [], permit }, services);
    }),
  );
  composer.callbackQuery(
    /^ba\.leader:/,
    guarded(
      services,
      {
        action: "paper.leader",
        find: (ctx) => leaderChangeOf(pressed(ctx)[0] ?? "", services),
        thing: ({ community, whom }) => ({ community: community.id, artisans: whom }),
      },
      (ctx, change, permit) => sendLeader(ctx, change, permit, services),
    ),
  );
  composer.on("message:text", async (ctx, next) => {
    const isCommand = ctx.msg.text.startsWith("/");
    const wait = isCommand ? undefined : await services.paperWaits.read(ctx.person);
    if (wait?.step !== "tools" || wait.update === ctx.update.update_id) return next();
    const permit = await permitNow(ctx, "paper.make", {}, services);
    const training = await services.trainings.byId(wait.training);
    if (permit && training) return takeTools(ctx, training, permit, services);
    await services.paperWaits.clear(ctx.person);
    if (permit) await next();
  });
  return composer;
}

async function askTools(ctx: BotContext, training: Training, services: Services): Promise<void> {
  await ctx.conversation.exitAll();
  await putAside(ctx.person, services);
  const update = ctx.update.update_id;
  await services.paperWaits.put(ctx.person, { step: "tools", training: training.id, update });
  const button = (key: string, action: string) => [
    { label: ctx.speech.plain(key), press: packPress(action, training.id) },
  ];
  await ctx.replace({
    text: ctx.speech.html("tools-ask"),
    buttons: [
      button("button-tools-empty", "ba.toolsEmpty"),
      button("button-berkas-menu", "berkas.open"),
    ],
  });
}

async function takeTools(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const read = readTools(ctx.message?.text ?? "");
  if (!read.ok) {
    const { reason, line } = read;
    return void (await ctx.show(speech.html(`tools-wrong-${reason}`, { line, most: MOST_TOOLS })));
  }
  await sendTools(ctx, training, { items: read.items, permit }, services);
  await services.paperWaits.clear(ctx.person);
}

async function sendTools(
  ctx: BotContext,
  training: Training,
  { items, permit }: Pick<ToolHandover, "items"> & { permit: Permit },
  services: Services,
): Promise<void> {
  const { telegram, as, action } = permit;
  const line = { who: telegram, as, what: action, from: "private", result: "allowed" } as const;
  await services.audit.write({ ...line, whom: [], detail: "tools" });
  const date = localDate(services.clock.now());
  const bytes = await officialReportPdf({
    ...(await frameNow(services)),
    ...{ kind: "tools", date, place: whereOf(training), items },
    ...{ from: { position: training.organiser }, to: {} },
  });
  const name = fileName({ paper: "tools", about: training.title, date, ending: "pdf" });
  const caption = ctx.speech.html("berkas-caption");
  await sendFile(ctx, { name, bytes }, { caption, protect: false });
}

async function sendLeader(
  ctx: BotContext,
  change: LeaderChange,
  { telegram, as, action }: Permit,
  services: Services,
): Promise<void> {
  const { community, whom } = change;
  const line = { who: telegram, as, what: action, from: "private", result: "allowed" } as const;
  await services.audit.write({ ...line, whom, detail: `leader ${community.id}` });
  const report = await leaderReportOf(change, services);
  const about = { about: community.name, date: report.date, ending: "pdf" };
  const bytes = await officialReportPdf(report);
  const name = fileName({ paper: "leader", ...about });
  const caption = ctx.speech.html("berkas-caption-people", { count: whom.length });
  await sendFile(ctx, { name, bytes }, { caption, protect: true });
}
