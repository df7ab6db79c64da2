import { packPress } from "../bot/callback-data.ts";
import type { Button, Card } from "../bot/card.ts";
import { type Html, joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { type Page, turnRow } from "../bot/pages.ts";
import { localDate, showMoment, showShortDate } from "../dates.ts";
import type { Invitation } from "./invitation.ts";
import { GIVEN_ROLES, type GivenRole, type Grant } from "./role.ts";

/** What is seen of a role: a grant, or an owner whom only the configuration names. */
export type Holder = { telegram: number; name: string } & (
  { grant: Grant } | { grant?: undefined }
);

const MOST_ON_BUTTON = 18;
/** A name cut short, so that it fits on a button with a word before it. */
export const shortName = (name: string): string =>
  [...name].length > MOST_ON_BUTTON ? `${[...name].slice(0, MOST_ON_BUTTON - 1).join("")}…` : name;

const day = (date: Date, { language }: Speech) => showShortDate(localDate(date), language);
export const button = (speech: Speech, key: string, action: string, ...args: string[]): Button => ({
  label: speech.plain(`button-${key}`),
  press: packPress(action, ...args),
});

/** Who holds what until when; leaders stand with their communities. */
export function roleListCard(speech: Speech, page: Page<Holder>, waiting: number): Card {
  const lines = page.items.map(({ name, grant }, at) => {
    const number = page.first + at;
    return grant
      ? speech.html("role-line", {
          ...{ number, name, role: speech.plain(`role-${grant.role}`) },
          until: day(grant.until, speech),
        })
      : speech.html("role-line-configured", { number, name });
  });
  const rows = page.items.flatMap(({ name, telegram, grant }, at): Button[][] =>
    grant
      ? [
          [
            {
              label: `${page.first + at}. ${shortName(name)}`,
              press: packPress("role.show", String(telegram), grant.role),
            },
          ],
        ]
      : [],
  );
  const open: Button = {
    label: speech.plain("button-invitations", { count: waiting }),
    press: packPress("invite.list"),
  };
  return {
    text: joinHtml([speech.html("role-list"), ...lines, speech.html("role-list-leaders")]),
    buttons: [
      ...rows,
      ...turnRow(page, speech, "role.list"),
      [button(speech, "invite", "invite.ask"), ...(waiting ? [open] : [])],
    ],
  };
}

/** One role, and what may be done with it. */
export function roleCard(speech: Speech, name: string, grant: Grant): Card {
  const { telegram, role } = grant;
  const args = [String(telegram), role] as const;
  return {
    text: speech.html("role-card", {
      ...{ name, role: speech.plain(`role-${role}`) },
      ...{ since: day(grant.since, speech), until: day(grant.until, speech) },
    }),
    buttons: [
      [button(speech, "role-renew", "role.renew", ...args)],
      [button(speech, "role-end", "role.end", ...args)],
      [button(speech, "role-list", "role.list", "0")],
    ],
  };
}

export function endQuestionCard(speech: Speech, name: string, { telegram, role }: Grant): Card {
  const args = [String(telegram), role] as const;
  return {
    text: speech.html("role-end-question", { name, role: speech.plain(`role-${role}`) }),
    buttons: [
      [button(speech, "role-end-yes", "role.endYes", ...args)],
      [button(speech, "role-end-no", "role.show", ...args)],
    ],
  };
}

/** A line with the way back to the list. */
export function roleDoneCard(speech: Speech, text: Html): Card {
  return { text, buttons: [[button(speech, "role-list", "role.list", "0")]] };
}

/** Leaders are invited from their community. */
export function whichRoleCard(speech: Speech): Card {
  const roles = GIVEN_ROLES.filter((role) => role !== "leader");
  return {
    text: speech.html("invite-which"),
    buttons: [
      ...roles.map((role) => [
        { label: speech.plain(`button-invite-${role}`), press: packPress("invite.make", role) },
      ]),
      [button(speech, "role-list", "role.list", "0")],
    ],
  };
}

/** Buttons of leaders' invitations begin with another word: other people may press them. */
export const pressOf = (role: GivenRole) => (role === "leader" ? "lead" : "invite");

/** What was made, for its maker. */
export function invitedCard(speech: Speech, role: GivenRole, id: string): Card {
  return {
    text: speech.html("invite-made", { role: speech.plain(`role-${role}`) }),
    buttons: [[button(speech, "invite-drop", `${pressOf(role)}.drop`, id)]],
  };
}

/** Who opened it, for its maker: nothing is given before the answer. */
export function whoOpenedCard(
  speech: Speech,
  { id, role }: Invitation,
  who: { name: string; username: string; community: string },
): Card {
  const word = pressOf(role);
  const values = { ...who, role: speech.plain(`role-${role}`) };
  return {
    text: joinHtml([
      speech.html("invite-opened", values),
      ...(who.community ? [speech.html("invite-opened-community", values)] : []),
      speech.html("invite-question"),
    ]),
    buttons: [
      [
        {
          label: speech.plain("button-invite-yes", { name: shortName(who.name) }),
          press: packPress(`${word}.yes`, id),
        },
      ],
      [button(speech, "invite-no", `${word}.no`, id)],
    ],
  };
}

/** One invitation that waits, as a line of a list. */
export function waitingLine(speech: Speech, { role, state, expiresAt }: Invitation): Html {
  const key = state === "used" ? "invite-waiting-used" : "invite-waiting-open";
  return speech.html(key, {
    ...{ role: speech.plain(`role-${role}`), until: showMoment(expiresAt, speech.language) },
  });
}

/** What waits, each with the way to take it back, or to answer who opened it. */
export function waitingRows(speech: Speech, all: readonly Invitation[], maker: number): Button[][] {
  return all.map(({ id, role, state, maker: by }, at) => {
    const values = { number: String(at + 1) };
    const word = pressOf(role);
    const drop = {
      label: speech.plain("button-invite-drop-number", values),
      press: packPress(`${word}.drop`, id),
    };
    const look = {
      label: speech.plain("button-invite-who", values),
      press: packPress(`${word}.who`, id),
    };
    return state === "used" && by === maker ? [look, drop] : [drop];
  });
}
