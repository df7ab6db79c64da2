import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import { DETAIL_FIELDS } from "./answers.ts";
import type { Artisan } from "./artisan.ts";
import { maskPhone } from "./phone.ts";

/**
 * What is said when a registration was sent, with the way to go on; and with the training that the
 * person wanted to join before.
 */
export function registeredCard(
  speech: Speech,
  name: string,
  wanted?: { id: string; title: string },
): Card {
  const done = speech.html("registered", { name });
  return {
    text: wanted
      ? joinHtml([done, speech.html("registered-wanted", { title: wanted.title })], "\n\n")
      : done,
    buttons: [
      ...(wanted
        ? [[{ label: speech.plain("training-see"), press: packPress("training.open", wanted.id) }]]
        : []),
      ...["complete", "ticks", "trainings", "profile"].map((action) => [leadTo(action, speech)]),
    ],
  };
}

/** The own record, as its owner sees it. The phone is masked: screens are looked at by others. */
export function profileCard(
  speech: Speech,
  artisan: Artisan,
  { places, community }: { places: Places; community: string | undefined },
): Card {
  const { desa, communityOther, crafts, craftOther, phone, businessName } = artisan;
  const craftNames = crafts.map((key) => showCraft(key, speech.language, "short"));
  const rows: [label: string, value: string | undefined][] = [
    ["name", artisan.name],
    ["kecamatan", places.showKecamatan(artisan.kecamatan)],
    ["desa", desa && places.showDesa(desa)],
    ["community", community ?? communityOther ?? speech.plain("community-none")],
    ["crafts", [...craftNames, ...(craftOther ? [craftOther] : [])].join(", ")],
    ["phone", phone && maskPhone(phone.number)],
    ...(businessName ? [["businessName", businessName] as [string, string]] : []),
  ];
  const lines = rows.map(([field, answer]) =>
    speech.html("review-line", {
      label: speech.plain(`field-${field}`),
      answer: answer ?? speech.plain("ask-skipped"),
    }),
  );
  return {
    text: joinHtml([
      speech.html("profile-title"),
      ...lines,
      ...stateLines(artisan, speech, community),
    ]),
    buttons: profileButtons(artisan, speech),
  };
}

/** How far the check has come, and what there is to correct. */
function stateLines(
  { state, check }: Artisan,
  speech: Speech,
  community: string | undefined,
): Html[] {
  if (state === "pending" && check?.with === "leader" && community !== undefined)
    return [speech.html("state-pending-leader", { community })];
  const { reason } = check ?? {};
  const why = state === "returned" || state === "declined" ? reason : undefined;
  return [
    speech.html(`state-${state}`),
    ...(why ? [speech.html("state-reason", { why: speech.plain(`check-told-${why}`) })] : []),
  ];
}

function profileButtons(artisan: Artisan, speech: Speech): Button[][] {
  const untold = DETAIL_FIELDS.some((field) => artisan[field] === undefined);
  return [
    [leadTo("change", speech), ...(untold ? [leadTo("complete", speech)] : [])],
    ...(artisan.photo ? [[leadTo("photo", speech)]] : []),
    [leadTo("ticks", speech), leadTo("trainings", speech)],
  ];
}

/** A button that does what its command does. */
function leadTo(action: string, speech: Speech): Button {
  return { label: speech.plain(`button-${action}`), press: packPress(action) };
}
