import type { Artisan } from "../artisans/artisan.ts";
import {
  type Check,
  type CheckReason,
  type CheckResult,
  DECLINE_REASONS,
  NOT_MEMBER_REASONS,
  RETURN_REASONS,
} from "../artisans/check.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showShortDate } from "../dates.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";

interface Known {
  places: Pick<Places, "showKecamatan">;
  /** Name of the community that is asked, or was. */
  community: string | undefined;
}

/** Names a check on a button: a later check of the same record is another. */
export const checkToken = ({ since }: Check): string => since.getTime().toString(36);

const button = (speech: Speech, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(key),
  press: packPress(action, ...args),
});

function lines(speech: Speech, artisan: Artisan, { places, community }: Known): Html[] {
  const crafts = artisan.crafts.map((key) => showCraft(key, speech.language, "short"));
  const told: [field: string, answer: string | undefined][] = [
    ["name", artisan.name],
    ["kecamatan", places.showKecamatan(artisan.kecamatan)],
    ["crafts", [...crafts, ...(artisan.craftOther ? [artisan.craftOther] : [])].join(", ")],
    ["community", community ?? artisan.communityOther],
  ];
  return told.flatMap(([field, answer]) =>
    answer === undefined
      ? []
      : [speech.html("review-line", { label: speech.plain(`field-${field}`), answer })],
  );
}

/** For a leader: is this one of yours? No number is shown. */
export function askLeaderCard(speech: Speech, artisan: Artisan, known: Known): Card {
  return {
    text: joinHtml([speech.html("check-ask"), joinHtml(lines(speech, artisan, known))], "\n\n"),
    buttons: leaderAnswers(speech, artisan),
  };
}

export function leaderAnswers(speech: Speech, { id, check }: Artisan): Button[][] {
  const args = [id, check ? checkToken(check) : ""];
  return [
    [button(speech, "button-check-yes", "check.yes", ...args)],
    [button(speech, "button-check-no", "check.no", ...args)],
    [button(speech, "button-check-ask", "check.ask", ...args)],
  ];
}

/** Several wait: one message, and a list to tap through. */
export function manyWaitCard(speech: Speech, community: string, count: number): Card {
  return {
    text: speech.html("check-many", { community, count }),
    buttons: [[button(speech, "button-check-begin", "check.next")]],
  };
}

/** For a coordinator: what the leaders could not decide, and why it came here. */
export function officeCheckCard(speech: Speech, artisan: Artisan, known: Known): Card {
  const { id, check, registeredAt } = artisan;
  const { why = "noCommunity", reason } = check ?? {};
  const said =
    why === "notMember" && reason !== undefined
      ? [speech.html("check-why-said", { why: speech.plain(`button-check-notMember-${reason}`) })]
      : [];
  const args = [id, check ? checkToken(check) : ""];
  const date = showShortDate(localDate(registeredAt), speech.language);
  return {
    text: joinHtml(
      [
        joinHtml([speech.html(`check-why-${why}`), ...said]),
        joinHtml([...lines(speech, artisan, known), speech.html("double-registered", { date })]),
      ],
      "\n\n",
    ),
    buttons: [
      [button(speech, "button-check-accept", "check.accept", ...args)],
      [
        button(speech, "button-check-return", "check.why", ...args, "returned"),
        button(speech, "button-check-decline", "check.why", ...args, "declined"),
      ],
    ],
  };
}

/** Why somebody is no member: the tap on a reason says so to the coordinators. */
export function notMemberCard(speech: Speech, { id, name, check }: Artisan): Card {
  const token = check ? checkToken(check) : "";
  return {
    text: speech.html("check-reason-notMember", { name }),
    buttons: [
      ...NOT_MEMBER_REASONS.map((reason) => [
        button(speech, `button-check-notMember-${reason}`, "check.not", id, token, reason),
      ]),
      [button(speech, "button-check-back", "check.next")],
    ],
  };
}

/** Why it goes back, or is declined: the tap on a reason does it. */
export function reasonCard(
  speech: Speech,
  { id, name, check }: Artisan,
  result: "returned" | "declined",
): Card {
  const reasons: readonly CheckReason[] = result === "returned" ? RETURN_REASONS : DECLINE_REASONS;
  const token = check ? checkToken(check) : "";
  return {
    text: speech.html(`check-reason-${result}`, { name }),
    buttons: [
      ...reasons.map((reason) => [
        button(speech, `button-check-${result}-${reason}`, "check.end", id, token, reason),
      ]),
      [button(speech, "button-check-back", "check.office", id)],
    ],
  };
}

/** What somebody decided, for who presses after them. */
export function decidedLine(speech: Speech, result: CheckResult, who: string): Html {
  const what = speech.plain(`check-was-${result}`);
  return speech.html("check-decided", { who, what });
}

/** For the artisan. */
export function resultCard(speech: Speech, check: Check, community: string | undefined): Card {
  const { reason, result = "asked" } = check;
  const isTold = reason !== undefined && (result === "returned" || result === "declined");
  const why = isTold ? speech.plain(`check-told-${reason}`) : "";
  const go = (key: string, action: string): Button[] => [button(speech, key, action)];
  return {
    text: speech.html(`check-result-${result}`, { community: community ?? "", why }),
    ...(result === "returned" && { buttons: [go("button-change", "change")] }),
    ...((result === "member" || result === "active") && {
      buttons: [go("button-trainings", "trainings"), go("button-profile", "profile")],
    }),
  };
}
