import type { Card } from "../bot/card.ts";
import { button } from "../access/role-card.ts";
import type { Speech } from "../bot/language.ts";
import { localDate, showDate } from "../dates.ts";
import { ANSWER } from "../notices/messenger.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import type { AttendanceDay } from "./day.ts";
import { presencesOf } from "./mark.ts";
import { minuteOf, roomCode, showRoomCode } from "./room.ts";

export type ShowRoomServices = Pick<
  Services,
  | "attendanceDays"
  | "clock"
  | "gate"
  | "log"
  | "marks"
  | "messenger"
  | "people"
  | "texts"
  | "trainings"
>;

/** The code of a room, large, with how many came in. */
export async function roomCard(
  speech: Speech,
  day: AttendanceDay,
  training: Training,
  { attendanceDays, clock, marks }: Pick<Services, "attendanceDays" | "clock" | "marks">,
): Promise<Card> {
  const code = roomCode(attendanceDays.secretOf(day), minuteOf(clock.now()));
  const present = presencesOf(await marks.of(day.training, day.date)).length;
  return {
    text: speech.html("attend-room", {
      ...{ code: showRoomCode(code), present, holders: training.seatHolders.length },
      ...{ training: training.title, when: showDate(day.date, speech.language) },
    }),
    buttons: [
      [button(speech, "room-qr", "room.qr", day.handle)],
      [button(speech, "room-close", "room.close", day.handle)],
    ],
  };
}

/** Shows the code of the new minute in each open room; a room of an earlier date is closed. */
export async function showRooms(services: ShowRoomServices): Promise<void> {
  const { attendanceDays, clock, gate } = services;
  const now = clock.now();
  for (const day of await attendanceDays.opened()) {
    if (day.date !== localDate(now)) await attendanceDays.close(day, now);
    else if (await gate.isClosed(now)) return;
    else if (await attendanceDays.takeMinute(day, minuteOf(now))) await edit(day, services);
  }
}

/** A message that cannot be edited is let be: the code can be shown again by its button. */
async function edit(day: AttendanceDay, services: ShowRoomServices): Promise<void> {
  const { clock, gate, log, messenger, people, texts, trainings } = services;
  const training = await trainings.byId(day.training);
  if (!day.shown || !training) return;
  const { chat, message } = day.shown;
  const speech = texts[(await people.languageOf(chat)) ?? "id"];
  const answer = await messenger.post(
    chat,
    { is: "editText", message, card: await roomCard(speech, day, training, services) },
    { silent: true, plain: false, lane: ANSWER },
  );
  if (answer.ok || answer.refusal.kind === "notModified") return;
  log.warn("room code not shown", { reason: answer.refusal.kind });
  if (answer.refusal.kind === "flood")
    await gate.close(new Date(clock.now().getTime() + answer.refusal.retryAfterMs));
}
