import { Composer } from "grammy";
import { isTalking } from "../../scenes/index.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import { onTraining, type OnTraining } from "../trainings/on-training.ts";
import type { Training } from "../trainings/training.ts";
import { byHandle } from "./handle.ts";
import {
  askReason,
  pickNow,
  showOffered,
  showPerson,
  showSheet,
  takeReason,
} from "./selection-talk.ts";

const pressed = (ctx: BotContext): string[] => readPress(ctx.callbackQuery?.data ?? "").args;

/** A person of a training, as a button or a question names them. */
export interface Which {
  training: Training;
  artisan: Artisan;
}

/** The selection sheet of a training: who wishes to come, and who is picked or skipped. */
export function selectionCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const onSheet = (press: string, handle: OnTraining) =>
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      onTraining(services, "enrolment.sheet", handle),
    );
  const which = async (training: Training | undefined, id: string): Promise<Which | undefined> => {
    const artisan = await services.artisans.byId(id);
    return training && artisan && { training, artisan };
  };
  const choosing = (
    find: (ctx: BotContext) => Promise<Which | undefined>,
    handle: (ctx: BotContext, found: Which, permit: Permit) => Promise<void>,
  ) =>
    guarded(
      services,
      {
        action: "enrolment.choose",
        find,
        thing: ({ artisan }) => ({ artisans: [artisan.id], community: artisan.community }),
      },
      handle,
    );
  const onPerson = (
    press: string,
    handle: (ctx: BotContext, found: Which, permit: Permit) => Promise<void>,
  ) =>
    composer.callbackQuery(
      new RegExp(`^${press}:`),
      choosing(async (ctx) => {
        const [handle = "", id = ""] = pressed(ctx);
        return which(await byHandle(handle, services), id);
      }, handle),
    );

  onSheet("choose\\.sheet", (ctx, training, permit) =>
    showSheet(ctx, training, { permit, page: pressed(ctx)[1] }, services),
  );
  onSheet("choose\\.offered", (ctx, training, permit) =>
    showOffered(ctx, training, { permit, page: pressed(ctx)[1] }, services),
  );
  onPerson("choose\\.open", (ctx, found, permit) => showPerson(ctx, found, permit, services));
  onPerson("choose\\.pick", (ctx, found, permit) => pickNow(ctx, found, permit, services));
  onPerson("choose\\.skip", (ctx, found) => askReason(ctx, found, "skip", services));
  composer.on("message:text", async (ctx, next) => {
    if (ctx.message.text.startsWith("/") || isTalking(ctx)) return next();
    const asked = await services.choices.asked(ctx.person);
    if (!asked) return next();
    const find = async () => which(await services.trainings.byId(asked.training), asked.artisan);
    await choosing(find, (_, found, permit) =>
      takeReason(ctx, { ...found, ...asked, ...found }, permit, services),
    )(ctx);
  });
  return composer;
}
