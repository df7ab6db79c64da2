import { packPress } from "../bot/callback-data.ts";
import type { Card } from "../bot/card.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { Artisan } from "./artisan.ts";
import { maskPhone } from "./phone.ts";

/** What is said when a registration was sent. */
export function registeredCard(speech: Speech, name: string): Card {
  return {
    text: speech.html("registered", { name }),
    buttons: [
      [{ label: speech.plain("button-trainings"), press: packPress("trainings") }],
      [{ label: speech.plain("button-profile"), press: packPress("profile") }],
    ],
  };
}

/** The own record, as its owner sees it. The phone is masked: screens are looked at by others. */
export function profileCard(
  speech: Speech,
  artisan: Artisan,
  { places, community }: { places: Places; community: string | undefined },
): Card {
  const { desa, communityOther, craftOther, mainCraft, phone } = artisan;
  const rows: [label: string, value: string | undefined][] = [
    ["name", artisan.name],
    ["kecamatan", places.showKecamatan(artisan.kecamatan)],
    ["desa", desa && places.showDesa(desa)],
    ["community", community ?? communityOther ?? speech.plain("community-none")],
    ["crafts", craftOther ?? showCraft(mainCraft, speech.language)],
    ["phone", phone && maskPhone(phone.number)],
  ];
  const lines = rows.map(([field, answer]) =>
    speech.html("review-line", {
      label: speech.plain(`field-${field}`),
      answer: answer ?? speech.plain("ask-skipped"),
    }),
  );
  return {
    text: joinHtml([speech.html("profile-title"), ...lines, speech.html(`state-${artisan.state}`)]),
    buttons: [[{ label: speech.plain("button-trainings"), press: packPress("trainings") }]],
  };
}
