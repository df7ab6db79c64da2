import type { Artisan } from "../artisans/artisan.ts";
import { packPress } from "../bot/callback-data.ts";
import { addDays, instantOf, localDate, showDate, showTime } from "../dates.ts";
import { inEveryLanguage } from "../notices/letter.ts";
import { staffId } from "../notices/delivery.ts";
import { sendLetter } from "../notices/send-letter.ts";
import type { Services } from "../services.ts";
import { type Sharing, startOf } from "./sharing.ts";

export type LetterServices = Pick<
  Services,
  "audiences" | "clock" | "notices" | "roles" | "sharings" | "texts"
>;

const MOST_INVITED = 200;

/** What the letters of a session speak of; names of people are not among it. */
const valuesOf = ({ topic, date, time, place }: Sharing, { texts }: Pick<Services, "texts">) =>
  inEveryLanguage(texts, ({ language }) => ({
    topic,
    when: `${showDate(date, language)}, ${showTime(time, language)}`,
    place,
  }));

/** One invitation to each who makes that craft in the same kecamatan and wants news. */
export async function inviteNeighbours(
  sharing: Sharing,
  pioneer: Artisan,
  services: LetterServices,
): Promise<void> {
  const { audiences, clock } = services;
  const none = { kec: [], kom: [], ker: [], ids: [] };
  const near = await audiences.after(
    {
      only: { kec: [sharing.kecamatan], kom: [], ker: [sharing.craft] },
      except: { ...none, ids: [pioneer.id] },
      asOf: clock.now(),
    },
    "",
    MOST_INVITED,
  );
  if (!near.length) return;
  await sendLetter(
    {
      ...{ id: `sharing:${sharing.id}:invite`, message: "sharing-invited", to: near },
      values: valuesOf(sharing, services),
      buttons: [
        [
          { label: "button-sharing-join", press: packPress("shr.join", sharing.id) },
          { label: "button-sharing-see", press: packPress("shr.see", sharing.id) },
        ],
      ],
      urgency: "announcement",
      notAfter: startOf(sharing),
    },
    services,
  );
}

/** The leaders of the pioneer's community say whether it was so; without one the office does. */
export async function askLeaderToConfirm(
  sharing: Sharing,
  { community, telegram }: Artisan,
  services: LetterServices,
): Promise<void> {
  const { clock, roles } = services;
  const now = clock.now();
  const leaders = community === undefined ? [] : await roles.holders("leader", now, community);
  const others = leaders.filter((leader) => leader !== telegram);
  if (!others.length) return;
  await sendLetter(
    {
      ...{ id: `sharing:${sharing.id}:confirm`, message: "sharing-to-confirm" },
      to: others.map(staffId),
      values: valuesOf(sharing, services),
      buttons: [[{ label: "button-sharing-check", press: packPress("shr.check", sharing.id) }]],
      urgency: "reminder",
      notAfter: instantOf(addDays(localDate(now), 14), "17:00"),
    },
    services,
  );
}

/** The day after a session its pioneer is asked how it was; once, whatever process sees it first. */
export async function askHowItWas(services: LetterServices): Promise<void> {
  const { clock, sharings } = services;
  const today = localDate(clock.now());
  for (const sharing of await sharings.untold(today)) {
    await sendLetter(
      {
        ...{ id: `sharing:${sharing.id}:how`, message: "sharing-how", to: [sharing.artisan] },
        values: valuesOf(sharing, services),
        buttons: [
          [{ label: "button-sharing-tell", press: packPress("shr.tell", sharing.id) }],
          [{ label: "button-sharing-notyet", press: packPress("shr.plan", sharing.training) }],
        ],
        urgency: "reminder",
        notAfter: instantOf(addDays(sharing.date, 30), "17:00"),
      },
      services,
    );
  }
}

/** Whoever said that they come learns that it will not be. */
export async function tellGuestsItIsOff(sharing: Sharing, services: LetterServices): Promise<void> {
  if (!sharing.guests.length) return;
  await sendLetter(
    {
      ...{ id: `sharing:${sharing.id}:off`, message: "sharing-off", to: sharing.guests },
      values: valuesOf(sharing, services),
      buttons: [],
      ...{ urgency: "reminder", always: true },
      notAfter: startOf(sharing),
    },
    services,
  );
}
