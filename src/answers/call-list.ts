import type { Standing } from "../access/standing.ts";
import type { CarriedPerson } from "../artisans/carried-person.ts";
import type { Services } from "../services.ts";
import type { Enrolment } from "../trainings/enrolment.ts";
import { trainingHandle } from "../trainings/training-handle.ts";
import { hasBegun, type Training } from "../trainings/training.ts";
import { askerFor, type Asker } from "./silence.ts";

export type CallServices = Pick<
  Services,
  "answers" | "carriedPeople" | "clock" | "enrolments" | "roles" | "trainings"
>;

/** Somebody of whom nobody heard whether they come, and who has to ask them. */
export interface Call {
  training: Training;
  enrolment: Enrolment;
  person: CarriedPerson;
  asker: Asker;
}

/** Who leads which community: Telegram's ids with the own record, which nobody answers for. */
export type LeadersOf = (community: string) => { telegram: number; record: string }[];

const LIVE: readonly Training["state"][] = ["open", "selecting", "running"];

/** All who have to be asked at this moment, soonest training first. */
export async function allCalls(services: CallServices): Promise<Call[]> {
  const now = services.clock.now();
  const trainings = (await services.trainings.announced(now)).filter(
    (training) => LIVE.includes(training.state) && !hasBegun(training, now),
  );
  const calls = await Promise.all(trainings.map((training) => callsOf(training, now, services)));
  return calls.flat();
}

async function callsOf(training: Training, now: Date, services: CallServices): Promise<Call[]> {
  const due = (await awaited(training, services)).flatMap((enrolment) => {
    const asker = askerFor(enrolment, training, now);
    return asker ? [{ enrolment, asker }] : [];
  });
  const people = await services.carriedPeople.byIds(due.map(({ enrolment }) => enrolment.artisan));
  return due.flatMap(({ enrolment, asker }) => {
    const person = people.get(enrolment.artisan);
    return person && !person.silent ? [{ training, enrolment, person, asker }] : [];
  });
}

/** Also who holds a seat from before there were enrolments. */
async function awaited(
  { id, seatHolders }: Training,
  { answers, enrolments }: CallServices,
): Promise<Enrolment[]> {
  const found = await answers.awaited(id);
  const known = await enrolments.among(id, seatHolders);
  const old = seatHolders.filter((artisan) => !known.has(artisan));
  return [
    ...found.filter(({ artisan }) => seatHolders.includes(artisan)),
    ...old.map((artisan) => ({
      ...{ training: id, artisan, since: new Date(0) },
      state: "accepted" as const,
    })),
  ];
}

/** Who leads now, by their own records. */
export async function leadersNow({
  carriedPeople,
  clock,
  roles,
}: CallServices): Promise<LeadersOf> {
  const grants = (await roles.inForce(clock.now())).filter(({ role }) => role === "leader");
  const records = await carriedPeople.carriers(grants.map(({ telegram }) => telegram));
  return (community) =>
    grants.flatMap(({ telegram, scope }) => {
      const record = records.find((one) => one.telegram === telegram);
      const leads = scope === community && record?.community === community && record.reachable;
      return leads ? [{ telegram, record: record.id }] : [];
    });
}

/** Those leaders who may ask this person; nobody asks themselves. */
export function ableLeaders({ person }: Call, leaders: LeadersOf): number[] {
  return leaders(person.community ?? "")
    .filter(({ record }) => record !== person.id)
    .map(({ telegram }) => telegram);
}

/** What is the office's: its own time has come, or nobody else could ask. */
export function isOffices(call: Call, leaders: LeadersOf): boolean {
  return call.asker === "office" || ableLeaders(call, leaders).length === 0;
}

/** What one person has to ask, those first whom nobody tried to reach yet. */
export async function callsFor(
  { held, record }: Standing,
  services: CallServices,
): Promise<Call[]> {
  const isCoordinator = held.some(({ role }) => role === "coordinator");
  const led = held.flatMap(({ role, scope }) => (role === "leader" && scope ? [scope] : []));
  const leaders = await leadersNow(services);
  const mine = (call: Call) =>
    led.includes(call.person.community ?? "")
      ? call.enrolment.answer?.word !== "notReached" || isCoordinator
      : isCoordinator && isOffices(call, leaders);
  const calls = (await allCalls(services)).filter(
    (call) => call.person.id !== record?.id && mine(call),
  );
  const tried = ({ enrolment }: Call) => (enrolment.answer?.word === "notReached" ? 1 : 0);
  return calls.sort((a, b) => tried(a) - tried(b));
}

/** The enrolment that a button names, with its training; undefined: there is none any more. */
export async function calledOn(
  handle: string,
  artisan: string,
  services: CallServices,
): Promise<{ training: Training; enrolment?: Enrolment; person: CarriedPerson } | undefined> {
  const now = services.clock.now();
  const training = (await services.trainings.announced(now)).find(
    ({ id }) => trainingHandle(id) === handle,
  );
  const person = (await services.carriedPeople.byIds([artisan])).get(artisan);
  if (!training || !person) return undefined;
  const enrolment = await services.enrolments.one(training.id, artisan);
  return { training, person, ...(enrolment && { enrolment }) };
}
