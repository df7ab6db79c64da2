import { button, shortName, waitingLine, waitingRows } from "../access/role-card.ts";
import type { Invitation } from "../access/invitation.ts";
import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { type Page, turnRow } from "../bot/pages.ts";
import { localDate, showShortDate } from "../dates.ts";
import type { Places } from "../places/places.ts";
import type { Community } from "./community.ts";
import type { Leader } from "./leaders.ts";

/** What the viewer may do besides looking. */
export interface May {
  change: boolean;
  share: boolean;
  invite: boolean;
}

const day = (date: Date, { language }: Speech) => showShortDate(localDate(date), language);

/** Communities, those without a leader first; that nobody leads one is said in words. */
export function communityListCard(
  speech: Speech,
  page: Page<Community>,
  { alone, mayCreate }: { alone: ReadonlySet<string>; mayCreate: boolean },
): Card {
  const lines = page.items.map(({ id, name, state }, at) => {
    const kind = state === "closed" ? "closed" : alone.has(id) ? "alone" : "led";
    return speech.html(`community-line-${kind}`, { number: page.first + at, name });
  });
  const rows = page.items.map(({ id, name }, at): Button[] => [
    { label: `${page.first + at}. ${shortName(name)}`, press: packPress("community.open", id) },
  ]);
  const alarm = alone.size ? [speech.html("community-alarm", { count: alone.size })] : [];
  return {
    text: joinHtml([
      speech.html(page.items.length ? "community-list" : "community-none-yet"),
      ...alarm,
      ...lines,
    ]),
    buttons: [
      ...rows,
      ...turnRow(page, speech, "community.list"),
      ...(mayCreate ? [[button(speech, "community-new", "community.new")]] : []),
    ],
  };
}

export interface CommunityView {
  community: Community;
  leaders: readonly Leader[];
  members: number;
  /** Who led it before: a line each. */
  before: readonly Html[];
  waiting: readonly Invitation[];
}

/** One community with its leaders. */
export function communityCard(
  speech: Speech,
  { community, leaders, members, before, waiting }: CommunityView,
  { may, places, viewer }: { may: May; places: Pick<Places, "showKecamatan">; viewer: number },
): Card {
  const { name, kecamatan, state } = community;
  const led = leaders.map(({ record, grant }) =>
    speech.html("community-leader", {
      ...{ name: record.name, since: day(grant.since, speech), until: day(grant.until, speech) },
    }),
  );
  const where = kecamatan.map((code) => places.showKecamatan(code)).join("; ");
  const invitations = may.invite ? waiting : [];
  return {
    text: joinHtml([
      speech.html("community-card", { name, where, members }),
      ...(state === "closed" ? [speech.html("community-is-closed")] : []),
      ...(led.length ? led : [speech.html("community-no-leader")]),
      ...(may.change ? before : []),
      ...invitations.map((one, at) =>
        joinHtml([speech.html("list-number", { number: at + 1 }), waitingLine(speech, one)], " "),
      ),
    ]),
    buttons: [
      ...communityRows(speech, community, leaders, may),
      ...waitingRows(speech, invitations, viewer),
      ...(may.change ? [[button(speech, "community-list", "community.list", "0")]] : []),
    ],
  };
}

function communityRows(
  speech: Speech,
  { id, state }: Community,
  leaders: readonly Leader[],
  { change, share, invite }: May,
): Button[][] {
  const open = state !== "closed";
  const named = (key: string, action: string, { record, grant }: Leader): Button => ({
    label: speech.plain(`button-${key}`, { name: shortName(record.name).slice(0, 12) }),
    press: packPress(action, id, String(grant.telegram)),
  });
  return [
    ...(share && open ? [[button(speech, "community-share", "community.share", id)]] : []),
    ...(share && open
      ? [
          [
            button(speech, "kartu-sheet", "kartu.sheet", id),
            button(speech, "paper-form", "paper.form"),
          ],
        ]
      : []),
    ...(change && leaders.length ? [[button(speech, "paper-leader", "ba.leader", id)]] : []),
    ...(invite && open ? [[button(speech, "leader-invite", "lead.invite", id)]] : []),
    ...(invite
      ? leaders.map((one) => [
          named("leader-renew", "lead.renew", one),
          named("leader-end", "lead.end", one),
        ])
      : []),
    ...(change
      ? [
          [
            button(speech, "community-rename", "community.rename", id),
            open
              ? button(speech, "community-close", "community.close", id)
              : button(speech, "community-reopen", "community.reopen", id),
          ],
        ]
      : []),
  ];
}

/** A question that is answered by typing, or put away. */
export function typedCard(text: Html, speech: Speech, ...more: Button[]): Card {
  return {
    text,
    buttons: [...more.map((one) => [one]), [button(speech, "community-stop", "community.stop")]],
  };
}

/** Where a new community is at home. */
export function whereCard(
  speech: Speech,
  name: string,
  page: Page<{ code: string; name: string }>,
): Card {
  return {
    text: speech.html("community-where", { name }),
    buttons: [
      ...page.items.map((one) => [
        { label: one.name, press: packPress("community.kec", one.code) },
      ]),
      ...turnRow(page, speech, "community.kecPage"),
      [button(speech, "community-stop", "community.stop")],
    ],
  };
}

/** What will be kept, before it is. */
export function saveCard(
  speech: Speech,
  values: { name: string; where: string },
  id: string,
): Card {
  return {
    text: speech.html("community-save", values),
    buttons: [
      [button(speech, "community-save", "community.save", id)],
      [button(speech, "community-stop", "community.stop")],
    ],
  };
}

/** A closed community keeps its members. */
export function closeQuestionCard(speech: Speech, { id, name }: Community, members: number): Card {
  return {
    text: speech.html("community-close-question", { name, members }),
    buttons: [
      [button(speech, "community-close-yes", "community.closeYes", id)],
      [button(speech, "community-close-no", "community.open", id)],
    ],
  };
}
