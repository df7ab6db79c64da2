import type { Artisan } from "../artisans/artisan.ts";
import { localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { holdsSeat, type Training } from "../trainings/training.ts";
import type { AttendanceDay } from "./day.ts";
import { markPresence, type PresenceServices } from "./presence.ts";
import type { Receipt } from "./receipt.ts";
import { opensRoom, ROOM_TRIES } from "./room.ts";

export type Entered =
  | { ok: true; training: Training; isFirst: boolean; receipt: Receipt }
  /**
   * noRoom: no room of an own training is open. wrong: not the code of now. resting: too many wrong
   * ones. closed, otherDay, notHolder: of the link's own room.
   */
  | { ok: false; reason: "noRoom" | "wrong" | "resting" | "closed" | "otherDay" | "notHolder" };

export type RoomServices = PresenceServices &
  Pick<Services, "attendanceDays" | "trainings" | "tries">;

interface OpenRoom {
  day: AttendanceDay;
  training: Training;
}

/** The rooms that are open today and whose code the artisan may give. */
async function roomsFor(
  artisan: string,
  { attendanceDays, clock, trainings }: RoomServices,
): Promise<OpenRoom[]> {
  const today = localDate(clock.now());
  const rooms: OpenRoom[] = [];
  for (const day of await attendanceDays.opened()) {
    const training = day.date === today ? await trainings.byId(day.training) : undefined;
    if (training && holdsSeat(training, artisan)) rooms.push({ day, training });
  }
  return rooms;
}

/** The six digits of a room, as its participant types them. */
export async function enterByCode(
  { id }: Pick<Artisan, "id">,
  telegram: number,
  code: string,
  services: RoomServices,
): Promise<Entered> {
  const rooms = await roomsFor(id, services);
  if (!rooms.length) return { ok: false, reason: "noRoom" };
  return tryRooms(rooms, { artisan: id, telegram, code }, services);
}

/** The link of a room: what is wrong with it is told, since its day is known. */
export async function enterByLink(
  { id }: Pick<Artisan, "id">,
  telegram: number,
  { handle, token }: { handle: string; token: string },
  services: RoomServices,
): Promise<Entered> {
  const { attendanceDays, clock, trainings } = services;
  const day = await attendanceDays.byHandle(handle);
  const training = day && (await trainings.byId(day.training));
  if (!day || !training) return { ok: false, reason: "noRoom" };
  if (!holdsSeat(training, id)) return { ok: false, reason: "notHolder" };
  if (day.date !== localDate(clock.now())) return { ok: false, reason: "otherDay" };
  if (!day.open) return { ok: false, reason: "closed" };
  return tryRooms([{ day, training }], { artisan: id, telegram, code: token }, services);
}

/** Wrong ones are counted; at the last of them the rest begins. */
async function tryRooms(
  rooms: readonly OpenRoom[],
  { artisan, telegram, code }: { artisan: string; telegram: number; code: string },
  services: RoomServices,
): Promise<Entered> {
  const { attendanceDays, clock, tries } = services;
  const now = clock.now();
  if (!(await tries.take(telegram, "roomCode", ROOM_TRIES, now)))
    return { ok: false, reason: "resting" };
  const room = rooms.find(({ day }) => opensRoom(attendanceDays.secretOf(day), code, now));
  if (!room) {
    const until = new Date(now.getTime() + ROOM_TRIES.withinMs);
    await tries.rest(telegram, "roomCode", ROOM_TRIES.most, until);
    return { ok: false, reason: "wrong" };
  }
  await tries.giveBack(telegram, "roomCode");
  const { training, day } = room;
  const mark = { training: training.id, date: day.date, artisan, road: "code" } as const;
  const marked = await markPresence({ ...mark, by: telegram, as: "artisan" }, training, services);
  return { ok: true, training, ...marked };
}

/** Why digits that nobody took opened nothing; they are not counted again. */
export async function whyNot(
  { id }: Pick<Artisan, "id">,
  telegram: number,
  services: RoomServices,
): Promise<"noRoom" | "wrong" | "resting"> {
  const { clock, tries } = services;
  if (!(await roomsFor(id, services)).length) return "noRoom";
  const isOver = await tries.areUsedUp(telegram, "roomCode", ROOM_TRIES.most, clock.now());
  return isOver ? "resting" : "wrong";
}
