import { standingOf } from "../access/standing.ts";
import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import { permitOf } from "../bot/gate.ts";
import type { Services } from "../services.ts";

/** Buttons on the card of a member, for who may do it. */
export async function memberButtons(
  ctx: BotContext,
  artisan: Artisan,
  services: Services,
): Promise<Button[][]> {
  const standing = await standingOf(ctx.person, services);
  const thing = { artisans: [artisan.id], community: artisan.community };
  const may = (action: "enrolment.propose" | "enrolment.reasons") =>
    permitOf(standing, action, thing, "private") !== undefined;
  const { speech } = ctx;
  return [
    ...(may("enrolment.propose")
      ? [[{ label: speech.plain("button-propose"), press: packPress("propose.ask", artisan.id) }]]
      : []),
    ...(may("enrolment.reasons")
      ? [[{ label: speech.plain("button-why-of"), press: packPress("why.of", artisan.id) }]]
      : []),
  ];
}
