import { readPress } from "../bot/callback-data.ts";
import type { BotContext } from "../bot/context.ts";
import { type Action, guarded, type Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";
import type { Training } from "./training.ts";

export type OnTraining = (ctx: BotContext, training: Training, permit: Permit) => Promise<void>;

/** A press about the training that its first argument names, behind the gate. */
export const onTraining = (services: Services, action: Action, handle: OnTraining) =>
  guarded(
    services,
    {
      action,
      find: (ctx) =>
        services.trainings.byId(readPress(ctx.callbackQuery?.data ?? "").args[0] ?? ""),
      thing: () => ({}),
    },
    handle,
  );
