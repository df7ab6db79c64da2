import { Composer } from "grammy";
import { note } from "../access/note.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, guarded, type Permit } from "../bot/gate.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { isLate, mayBeMarked } from "./day.ts";
import { markPresence, voidPresence } from "./presence.ts";
import { holdersOf, reachOf, type Roll, rollOf, rollsNow } from "./roll.ts";
import { holdersCard, lateCard, personCard, rollCard, rollsCard } from "./roll-card.ts";
import { waitFor } from "./waiting-talk.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

type OnPerson = (
  ctx: BotContext,
  found: { roll: Roll; artisan: Artisan },
  permit: Permit,
) => Promise<void>;

/** /hadir: the days, who is there, and the tick. */
export function rollCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const days = guarded(
    services,
    {
      action: "presence.list",
      find: async (ctx) => ({ community: await reachOf(ctx.person, services) }),
      thing: (reach) => reach,
    },
    async (ctx) => ctx.replace(rollsCard(ctx.speech, await rollsNow(services), pressed(ctx)[0])),
  );
  composer.command(["hadir", "attendance"], days);
  composer.callbackQuery(/^att\.days:/, days);
  const onRoll = (handle: (ctx: BotContext, roll: Roll, permit: Permit) => Promise<void>) =>
    guarded(
      services,
      {
        action: "presence.list",
        async find(ctx) {
          const roll = await rollOfPressed(ctx, services);
          return roll && { roll, community: await reachOf(ctx.person, services) };
        },
        thing: ({ community }) => ({ community }),
      },
      (ctx, { roll }, permit) => handle(ctx, roll, permit),
    );
  composer.callbackQuery(
    /^att\.day:/,
    onRoll((ctx, roll, permit) => showRoll(ctx, roll, permit, services)),
  );
  composer.callbackQuery(
    /^att\.list:/,
    onRoll((ctx, roll, permit) => showHolders(ctx, roll, permit, services, pressed(ctx)[1])),
  );
  const on = (press: string, action: Action, handle: OnPerson) =>
    composer.callbackQuery(
      new RegExp(`^att\\.${press}:`),
      guarded(
        services,
        {
          action,
          async find(ctx) {
            const roll = await rollOfPressed(ctx, services);
            const artisan = await services.artisans.byId(pressed(ctx)[1] ?? "");
            const mayBe = roll && mayBeMarked(roll.plan, services.clock.now());
            return mayBe && artisan && isListed(roll, artisan) ? { roll, artisan } : undefined;
          },
          thing: ({ artisan: { id, community } }) => ({ artisans: [id], community }),
        },
        handle,
      ),
    );
  on("who", "presence.show", (ctx, found, permit) => showPerson(ctx, found, permit, services));
  on("tick", "presence.tick", (ctx, found, permit) => tick(ctx, found, permit, services));
  on("undo", "presence.tick", (ctx, found, permit) => undo(ctx, found, permit, services));
  on("late", "presence.late", async (ctx, { roll, artisan }) => {
    const road = pressed(ctx)[2] === "paper" ? "paper" : "tick";
    const about = { about: roll.day.handle, artisan: artisan.id, road } as const;
    await waitFor(ctx, { step: "late", ...about }, services);
  });
  on("void", "presence.void", (ctx, { roll, artisan }) =>
    waitFor(ctx, { step: "void", about: roll.day.handle, artisan: artisan.id }, services),
  );
  return composer;
}

const isListed = ({ training, present }: Roll, { id }: Artisan) =>
  training.seatHolders.includes(id) || present.has(id);

const rollOfPressed = async (ctx: BotContext, services: Services) =>
  rollOf(await services.attendanceDays.byHandle(pressed(ctx)[0] ?? ""), services);

/** The day as its viewer may see it. */
async function showRoll(
  ctx: BotContext,
  roll: Roll,
  { as }: Permit,
  { clock }: Services,
): Promise<void> {
  const isToday = roll.day.date === localDate(clock.now());
  await ctx.replace(rollCard(ctx.speech, roll, { runs: as === "coordinator", isToday }));
}

async function showHolders(
  ctx: BotContext,
  roll: Roll,
  permit: Permit,
  services: Services,
  page?: string,
): Promise<void> {
  const community = await reachOf(ctx.person, services);
  const holders = await holdersOf(roll, { telegram: ctx.person, community }, services);
  const ids = holders.map(({ id }) => id);
  await note({ ...permit, action: "presence.list" }, ids, services);
  await ctx.replace(holdersCard(ctx.speech, roll, holders, page));
}

async function showPerson(
  ctx: BotContext,
  { roll, artisan }: { roll: Roll; artisan: Artisan },
  permit: Permit,
  services: Services,
): Promise<void> {
  await note(permit, [artisan.id], services);
  const { training, date } = roll.day;
  const marks = await services.marks.ofPerson(training, date, artisan.id);
  const may = permit.as === "coordinator" ? "coordinator" : "leader";
  await ctx.replace(personCard(ctx.speech, roll, artisan, marks, { may, telegram: ctx.person }));
}

/** One tap within a day of the end; after that a coordinator is asked why. */
async function tick(
  ctx: BotContext,
  { roll, artisan }: { roll: Roll; artisan: Artisan },
  permit: Permit,
  services: Services,
): Promise<void> {
  if (isLate(roll.plan, services.clock.now())) return tooLate(ctx, roll, artisan, permit);
  await note(permit, [artisan.id], services);
  const as = permit.as === "coordinator" ? "coordinator" : "leader";
  const { training, date } = roll.day;
  const mark = { training, date, artisan: artisan.id, road: "tick", by: ctx.person, as } as const;
  await markPresence(mark, roll.training, services);
  const now = (await rollOf(roll.day, services)) ?? roll;
  await showHolders(ctx, now, permit, services, pressed(ctx)[2]);
}

async function tooLate(ctx: BotContext, roll: Roll, artisan: Artisan, { as }: Permit) {
  if (as === "coordinator") return ctx.replace(lateCard(ctx.speech, roll, artisan));
  await ctx.toast(ctx.speech.plain("attend-late-leader"));
}

/** Voids what this very person gave; nothing is deleted. */
async function undo(
  ctx: BotContext,
  { roll, artisan }: { roll: Roll; artisan: Artisan },
  permit: Permit,
  services: Services,
): Promise<void> {
  const late = isLate(roll.plan, services.clock.now());
  if (late) return ctx.toast(ctx.speech.plain("attend-late-leader"));
  await note(permit, [artisan.id], services);
  const reason = services.texts.id.plain("attend-undone");
  const { training, date } = roll.day;
  const whose = { by: ctx.person, reason, onlyBy: ctx.person };
  await voidPresence({ training, date, artisan: artisan.id }, whose, services);
  const now = (await rollOf(roll.day, services)) ?? roll;
  await showHolders(ctx, now, permit, services, "0");
}
