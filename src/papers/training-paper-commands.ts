import { Composer } from "grammy";
import { nameOf } from "../access/person-name.ts";
import { daysToCheck } from "../attendance/roll.ts";
import { mayBeMarked } from "../attendance/day.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, type Permit } from "../bot/gate.ts";
import { escapeHtml } from "../bot/html.ts";
import { showPicture } from "../bot/picture.ts";
import { type OutgoingFile, sendFile, withProgress } from "../bot/send-file.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { onTraining, type OnTraining } from "../trainings/on-training.ts";
import { hasEnded, type Training } from "../trainings/training.ts";
import { accountabilityOf, namedIn, recordsOf } from "./accountability.ts";
import { attendancePicture, attendanceText } from "./attendance-chart.ts";
import { attendancePdf, attendanceXlsx } from "./attendance-sheet.ts";
import { fileName } from "./file-name.ts";
import { attendanceFigures, figuresOf } from "./training-figures.ts";
import { invitationPdf, invitationText } from "./invitation-letter.ts";
import { officialReportPdf } from "./official-report.ts";
import { participantPdf, participantSheet } from "./participant-list.ts";
import { timetablePdf } from "./timetable.ts";
import {
  paperDayCard,
  paperDaysCard,
  paperListCard,
  trainingPapersCard,
  withPhonesOf,
} from "./training-paper-card.ts";
import {
  attendanceOf,
  endOf,
  invitationOf,
  participantListOf,
  timetableOf,
} from "./training-papers.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** "Berkas" of a training: its sheets, letters and reports, made of the records when asked for. */
export function trainingPaperCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const on = (name: string, handle: OnTraining, action: Action = "paper.make") =>
    composer.callbackQuery(new RegExp(`^berkas\\.${name}:`), onTraining(services, action, handle));
  on("open", (ctx, training) =>
    ctx.replace(trainingPapersCard(ctx.speech, training, services.clock.now())),
  );
  on("days", (ctx, training) => ctx.replace(paperDaysCard(ctx.speech, training, pressed(ctx)[1])));
  on("day", (ctx, training) => {
    const [, number, phones] = pressed(ctx);
    const day = dayAt(training, number);
    if (day === undefined) return ctx.toast(ctx.speech.plain("button-gone"));
    return ctx.replace(paperDayCard(ctx.speech, training, day + 1, withPhonesOf(phones)));
  });
  on("list", (ctx, training) =>
    ctx.replace(paperListCard(ctx.speech, training, withPhonesOf(pressed(ctx)[1]))),
  );
  for (const [end, action] of [
    ["", "paper.make"],
    ["Hp", "paper.phones"],
  ] as const) {
    on(`roll${end}`, (...args) => sendRoll(...args, services), action);
    on(`people${end}`, (...args) => sendPeople(...args, services), action);
  }
  on("invitation", (...args) => sendInvitation(...args, services));
  on("timetable", (...args) => sendTimetable(...args, services));
  on("end", (...args) => sendEnd(...args, services));
  on("chart", (...args) => sendChart(...args, services));
  on("spj", (...args) => sendAccountability(...args, services));
  return composer;
}

/** The place of a day in its training, from 0; undefined: there is none. */
function dayAt({ days }: Training, number: string | undefined): number | undefined {
  const at = Number(number) - 1;
  return days[at] ? at : undefined;
}

interface Made {
  /** Of which paper it is the line. */
  detail: string;
  whom: readonly string[];
}

/** The line of the audit, before the file it tells of. */
async function noteMade(
  { telegram, action, as }: Permit,
  { detail, whom }: Made,
  { audit }: Services,
): Promise<void> {
  const line = { who: telegram, as, what: action, from: "private", result: "allowed" } as const;
  await audit.write({ ...line, whom: [...whom], detail });
}

/** The file goes to who asked for it; with names on it, it cannot be forwarded. */
async function send(ctx: BotContext, file: OutgoingFile, people?: number): Promise<void> {
  const key = people === undefined ? "berkas-caption" : "berkas-caption-people";
  const caption = ctx.speech.html(key, people === undefined ? {} : { count: people });
  await sendFile(ctx, file, { caption, protect: people !== undefined });
}

/** The name of a paper of the training; dated today unless it tells of one of its days. */
const named = (
  paper: Parameters<typeof fileName>[0]["paper"],
  { title }: Training,
  { ending, date }: { ending: string; date: string },
) => fileName({ paper, about: title, date, ending });

/** More numbers than that go out only as a list of /berkas: with a reason, and a second person. */
const tooManyPhones = async (count: number, withPhones: boolean, { settings }: Services) =>
  withPhones && count > (await settings.exportSecondOver());

async function sendRoll(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const [, number, kind = ""] = pressed(ctx);
  const at = dayAt(training, number);
  const day = at === undefined ? undefined : training.days[at];
  if (at === undefined || !day || !/^[ef][px]$/.test(kind))
    return ctx.toast(speech.plain("button-gone"));
  const [filled, isPdf] = [kind.startsWith("f"), kind.endsWith("p")];
  const withPhones = permit.action === "paper.phones";
  if (filled && !mayBeMarked(day, services.clock.now()))
    return void (await ctx.show(speech.html("berkas-day-not-yet")));
  if (filled && (await daysToCheck(training, services)).includes(day.date))
    return void (await ctx.show(speech.html("berkas-day-to-check")));
  const { whom, sheet } = await attendanceOf(training, at, { filled, withPhones }, services);
  if (await tooManyPhones(whom.length, withPhones, services))
    return void (await ctx.show(speech.html("berkas-too-many-phones")));
  await noteMade(permit, { detail: `attendance ${day.date} ${kind}`, whom }, services);
  const look = { ending: isPdf ? "pdf" : "xlsx", date: day.date };
  const name = named(filled ? "rollFilled" : "rollEmpty", training, look);
  const bytes = isPdf ? await attendancePdf(sheet) : attendanceXlsx(sheet);
  await send(ctx, { name, bytes }, whom.length);
}

const today = ({ clock }: Services) => localDate(clock.now());

const pdfNamed = (
  paper: "invitation" | "timetable" | "end",
  training: Training,
  services: Services,
): string => named(paper, training, { ending: "pdf", date: today(services) });

async function sendPeople(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const [, form] = pressed(ctx);
  const withPhones = permit.action === "paper.phones";
  const { whom, sheet } = await participantListOf(training, { withPhones }, services);
  if (await tooManyPhones(whom.length, withPhones, services))
    return void (await ctx.show(ctx.speech.html("berkas-too-many-phones")));
  const kind = form === "p" ? "pdf" : "xlsx";
  await noteMade(permit, { detail: `participants ${kind}`, whom }, services);
  const bytes = kind === "pdf" ? await participantPdf(sheet) : participantSheet("xlsx", sheet);
  const name = named("participants", training, { ending: kind, date: today(services) });
  await send(ctx, { name, bytes }, whom.length);
}

async function sendInvitation(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const letter = await invitationOf(training, services);
  await noteMade(permit, { detail: "invitation", whom: [] }, services);
  await ctx.show(escapeHtml(invitationText(letter)));
  const bytes = await invitationPdf(letter);
  await send(ctx, { name: pdfNamed("invitation", training, services), bytes });
}

async function sendTimetable(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  await noteMade(permit, { detail: "timetable", whom: [] }, services);
  const bytes = await timetablePdf(await timetableOf(training, services));
  await send(ctx, { name: pdfNamed("timetable", training, services), bytes });
}

async function sendEnd(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  if (!hasEnded(training, services.clock.now())) return ctx.toast(ctx.speech.plain("button-gone"));
  await noteMade(permit, { detail: "end", whom: [] }, services);
  const figures = await figuresOf(training, services);
  const bytes = await officialReportPdf(await endOf(training, figures, services));
  await send(ctx, { name: pdfNamed("end", training, services), bytes });
}

/** How many came on each day so far, as text and as a picture; it names nobody. */
async function sendChart(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const figures = await attendanceFigures(training, services);
  if (!figures.days.length) return void (await ctx.show(ctx.speech.html("berkas-chart-none")));
  await noteMade(permit, { detail: "chart", whom: [] }, services);
  await ctx.show(attendanceText(ctx.speech, figures));
  const name = named("attendanceChart", training, { ending: "png", date: today(services) });
  const bytes = await attendancePicture(ctx.speech, figures);
  const caption = ctx.speech.html("berkas-chart", { title: training.title });
  await showPicture(ctx, { bytes, name, caption });
}

/** The Paket SPJ: it takes a while, so a line tells that it is being made. */
async function sendAccountability(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const { speech } = ctx;
  const now = services.clock.now();
  if (!hasEnded(training, now)) return ctx.toast(speech.plain("button-gone"));
  await withProgress(ctx, speech.html("berkas-making"), async () => {
    const records = await recordsOf(training, services, (by) => nameOf(by, ctx.api, services));
    const whom = namedIn(records);
    await noteMade(permit, { detail: "accountability", whom }, services);
    const name = named("accountability", training, { ending: "zip", date: localDate(now) });
    await send(ctx, { name, bytes: accountabilityOf(records) }, whom.length);
    return speech.html("berkas-spj-made", { title: training.title });
  });
}
