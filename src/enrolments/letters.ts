import { packPress } from "../bot/callback-data.ts";
import { addDays, instantOf, localDate, showDateRange, showMoment, showTime } from "../dates.ts";
import { inEveryLanguage, type Letter } from "../notices/letter.ts";
import { type NewLetter, sendLetter } from "../notices/send-letter.ts";
import type { Speech } from "../bot/language.ts";
import type { Enrolment, Interest } from "../trainings/enrolment.ts";
import { PROMISES, type Training, whereOf } from "../trainings/training.ts";
import { byPhoneFrom } from "./answer-time.ts";
import type { EnrolmentServices } from "./enrolment-services.ts";

type LetterServices = Pick<EnrolmentServices, "clock" | "notices" | "texts">;

/** How long a word that asks nothing is of use. */
const WORD_DAYS = 7;

/** Dates, hour, place and all promises of an offer, until when it holds, and the two answers. */
export function writeOffer(
  { artisan, since, answerBy }: Enrolment,
  training: Training,
  services: LetterServices,
): Promise<boolean> {
  const end = byPhoneFrom(training.days);
  return write(training, services, {
    ...{ id: offerLetter(training.id, artisan, since), message: "seat-offered", to: [artisan] },
    values: inEveryLanguage(services.texts, (speech) => ({
      ...factsOf(training, speech),
      promises: promisesOf(training, speech),
      until: answerBy
        ? speech.plain("seat-offered-until", { when: showMoment(answerBy, speech.language) })
        : speech.plain("seat-offered-soon"),
    })),
    buttons: [
      [{ label: "button-offer-yes", press: packPress("offer.yes", training.id) }],
      [{ label: "button-offer-no", press: packPress("offer.no", training.id) }],
    ],
    whileIn: ["offered"],
    notAfter: answerBy ?? (end > services.clock.now() ? end : startOf(training)),
  });
}

/** The same offer has the same letter at every try. */
export const offerLetter = (training: string, artisan: string, since: Date) =>
  `offer:${training}:${artisan}:${since.getTime()}`;

export const lapseLetter = (training: string, artisan: string, since: Date) =>
  `lapsed:${training}:${artisan}:${since.getTime()}`;

/** The time to answer is over; they may come back to the list. */
export const writeLapse = ({ artisan, since }: Enrolment, training: Training, to: LetterServices) =>
  write(training, to, {
    ...{ id: lapseLetter(training.id, artisan, since), message: "offer-lapsed", to: [artisan] },
    ...plainLetter(training, to),
    whileIn: ["released"],
  });

/** The choice is over without them. */
export const writeNotChosen = (
  id: string,
  artisans: readonly string[],
  training: Training,
  to: LetterServices,
) =>
  write(training, to, {
    ...{ id, message: "not-chosen", to: artisans },
    ...plainLetter(training, to),
    whileIn: ["notChosen"],
  });

/** One letter when the choice ends, one to who waited until the training began. */
export const notChosenLetter = (training: string, after: "chosen" | "begun") =>
  `not-chosen:${training}:${after}`;

/** Somebody wished for them: they can take it back. */
export const writeProposal = (
  training: Training,
  artisan: string,
  as: Interest["as"],
  to: LetterServices,
) =>
  write(training, to, {
    ...{ id: `proposed:${training.id}:${artisan}`, message: "seat-proposed", to: [artisan] },
    ...plainLetter(training, to, (speech) => ({ who: speech.plain(`seat-proposed-${as}`) })),
    whileIn: ["interested"],
  });

function plainLetter(
  training: Training,
  { clock, texts }: LetterServices,
  more: (speech: Speech) => Record<string, string> = () => ({}),
) {
  return {
    values: inEveryLanguage(texts, (speech) => ({ ...factsOf(training, speech), ...more(speech) })),
    buttons: [[{ label: "training-see", press: packPress("training.open", training.id) }]],
    notAfter: instantOf(addDays(localDate(clock.now()), WORD_DAYS), "20:30"),
  };
}

/** To one person each: only the night and the quiet windows hold it up. */
function write(
  { id: training, planVersion }: Training,
  services: LetterServices,
  letter: Omit<NewLetter, "training" | "planVersion" | "urgency">,
): Promise<boolean> {
  const urgency: Letter["urgency"] = "reminder";
  return sendLetter({ ...letter, training, planVersion, urgency }, services);
}

function factsOf(training: Training, { language }: Speech) {
  const { title, days, contact } = training;
  const dates = days.map(({ date }) => date);
  const from = days[0]?.from ?? "";
  return {
    training: title,
    when: `${showDateRange(dates, language)}, ${showTime(from, language)}`,
    place: whereOf(training),
    contact,
  };
}

function promisesOf({ promises = {} }: Training, speech: Speech): string {
  const said = PROMISES.flatMap((one) => {
    const words = promises[one];
    return words === undefined ? [] : [`${speech.plain(`promise-${one}`)}: ${words}`];
  });
  return said.length ? said.join("; ") : speech.plain("promise-none");
}

const startOf = ({ days: [first] }: Training): Date =>
  first ? instantOf(first.date, first.from) : new Date(0);
