import { button } from "../access/role-card.ts";
import { standingOf } from "../access/standing.ts";
import type { Card } from "../bot/card.ts";
import { deepLink } from "../bot/deep-link.ts";
import { joinHtml } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import { showDate } from "../dates.ts";
import { ANSWER, type Answer } from "../notices/messenger.ts";
import { qrPicture } from "../papers/qr.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { type AttendanceDay, isRoomOver, type Screen } from "./day.ts";
import { presencesOf } from "./mark.ts";
import { minuteOf, roomCode, roomLink, roomToken, showRoomCode } from "./room.ts";

export type ShowRoomServices = Pick<
  Services,
  | "artisans"
  | "attendanceDays"
  | "clock"
  | "gate"
  | "log"
  | "marks"
  | "messenger"
  | "ownerIds"
  | "people"
  | "roles"
  | "settings"
  | "texts"
  | "trainings"
>;

/** The code of a room, large, with how many came in; under a picture also how to use that. */
export async function roomCard(
  speech: Speech,
  day: AttendanceDay,
  training: Training,
  { attendanceDays, clock, marks }: Pick<Services, "attendanceDays" | "clock" | "marks">,
  isPicture = false,
): Promise<Card> {
  const code = roomCode(attendanceDays.secretOf(day), minuteOf(clock.now()));
  const present = presencesOf(await marks.of(day.training, day.date)).length;
  const text = speech.html("attend-room", {
    ...{ code: showRoomCode(code), present, holders: training.seatHolders.length },
    ...{ training: training.title, when: showDate(day.date, speech.language) },
  });
  const close = [button(speech, "room-close", "room.close", day.handle)];
  if (isPicture)
    return { text: joinHtml([text, speech.html("attend-room-qr")], "\n\n"), buttons: [close] };
  return { text, buttons: [[button(speech, "room-qr", "room.qr", day.handle)], close] };
}

/** The link of this minute as a picture. */
export function roomPicture(
  day: AttendanceDay,
  botName: string,
  { attendanceDays, clock }: Pick<Services, "attendanceDays" | "clock">,
): Promise<Buffer> {
  const token = roomToken(attendanceDays.secretOf(day), minuteOf(clock.now()));
  return qrPicture(deepLink(botName, roomLink(day.handle, token)));
}

/**
 * Shows the code of the new minute in each open room; one whose day is over is closed. Whatever
 * process comes first shows a minute, the others see that it is shown.
 */
export async function showRooms(services: ShowRoomServices): Promise<void> {
  const { attendanceDays, clock, gate, trainings } = services;
  const now = clock.now();
  for (const day of await attendanceDays.opened()) {
    const training = await trainings.byId(day.training);
    const plan = training?.days.find(({ date }) => date === day.date);
    if (!training || isRoomOver(day, plan?.until, now)) await attendanceDays.close(day, now);
    else if (await gate.isClosed(now)) return;
    else if (await attendanceDays.takeMinute(day, minuteOf(now)))
      await refresh(day, training, services);
  }
  for (const day of await attendanceDays.stillShown())
    if (day.shown) await putOff(day, day.shown, "over", services);
}

async function refresh(day: AttendanceDay, training: Training, services: ShowRoomServices) {
  const { shown } = day;
  if (!shown) return;
  const standing = await standingOf(shown.chat, services);
  if (!standing.held.some(({ role }) => role === "coordinator"))
    return putOff(day, shown, "elsewhere", services);
  const speech = await speechIn(shown, services);
  const card = await roomCard(speech, day, training, services, shown.botName !== undefined);
  const bytes = shown.botName && (await roomPicture(day, shown.botName, services));
  const { message } = shown;
  const answer = await post(
    shown,
    bytes ? { is: "editPicture", message, bytes, card } : { is: "editText", message, card },
    services,
  );
  // Its coordinator deleted it: the code can be shown again by its button.
  if (!answer.ok && answer.refusal.kind === "gone")
    await services.attendanceDays.unshow(day, shown);
}

/**
 * Takes the code off a message: its room closed by itself, or by hand, or is shown elsewhere. What
 * could not be said yet is said at another tick, but for the last.
 */
export async function putOff(
  day: AttendanceDay,
  shown: Screen,
  why: "over" | "closed" | "elsewhere",
  services: ShowRoomServices,
): Promise<void> {
  const speech = await speechIn(shown, services);
  const count = button(speech, "room-count", "room.count", day.handle);
  const text = speech.html(why === "elsewhere" ? "attend-room-elsewhere" : "attend-room-over");
  const card = { text, ...(why === "over" && { buttons: [[count]] }) };
  const is = shown.botName === undefined ? "editText" : "editCaption";
  const answer = await post(shown, { is, message: shown.message, card }, services);
  if (answer.ok || !COMES_AGAIN.has(answer.refusal.kind))
    await services.attendanceDays.unshow(day, shown);
}

const COMES_AGAIN = new Set(["notSent", "doubtful", "flood", "unauthorised"]);

const speechIn = async ({ chat }: Screen, { people, texts }: ShowRoomServices): Promise<Speech> =>
  texts[(await people.languageOf(chat)) ?? "id"];

async function post(
  { chat }: Screen,
  parcel: Parameters<Services["messenger"]["post"]>[1],
  { clock, gate, log, messenger }: ShowRoomServices,
): Promise<Answer> {
  const answer = await messenger.post(chat, parcel, { silent: true, plain: false, lane: ANSWER });
  if (answer.ok || answer.refusal.kind === "notModified") return answer;
  log.warn("room code not shown", { reason: answer.refusal.kind });
  if (answer.refusal.kind === "flood")
    await gate.close(new Date(clock.now().getTime() + answer.refusal.retryAfterMs));
  return answer;
}
