import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import { tell } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import { maskName } from "./claim.ts";

/** Tells who registered the person what became of it; a claim can be disowned for seven days. */
export async function tellRegistrar(
  { id, name, registrar }: Artisan,
  what: "claimed" | "refused",
  services: Services,
): Promise<void> {
  if (!registrar) return;
  const speech = services.texts[(await services.people.languageOf(registrar.telegram)) ?? "id"];
  const disown = packPress("claim.disown", id);
  const buttons = [[{ label: speech.plain("button-claim-disown"), press: disown }]];
  await tell(
    registrar.telegram,
    {
      text: speech.html(`claim-registrar-${what}`, { name }),
      ...(what === "claimed" && { buttons }),
    },
    services,
  );
}

/** Calls the coordinators, and tells the account that lost the record. */
export async function tellDisowned(
  { name, kecamatan }: Artisan,
  lostBy: number,
  services: Services,
): Promise<void> {
  const { clock, people, places, roles, texts } = services;
  const speechOf = async (chat: number) => texts[(await people.languageOf(chat)) ?? "id"];
  await tell(lostBy, { text: (await speechOf(lostBy)).html("claim-lost") }, services);
  const values = { name: maskName(name), kecamatan: places.showKecamatan(kecamatan) };
  for (const chat of await roles.holders("coordinator", clock.now())) {
    const text = (await speechOf(chat)).html("claim-coordinator", values);
    await tell(chat, { text }, services);
  }
}
