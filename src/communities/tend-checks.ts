import { freshCheck, stepOf } from "../artisans/check.ts";
import type { Waiting } from "../artisans/checked-record-repository.ts";
import type { Standing } from "../access/standing.ts";
import { permitOf } from "../bot/gate.ts";
import { tell, type TellServices } from "../bot/tell.ts";
import { nextOpen } from "../notices/quiet-hours.ts";
import type { Services } from "../services.ts";
import { askLeaderCard, manyWaitCard, resultCard } from "./check-card.ts";
import { leaderStandings } from "./leading.ts";
import { type NudgeServices, sendNudges } from "./send-nudges.ts";

export type CheckServices = TellServices &
  NudgeServices &
  Pick<
    Services,
    | "artisans"
    | "audit"
    | "calendar"
    | "checkedRecords"
    | "communities"
    | "leases"
    | "ownerIds"
    | "people"
    | "places"
    | "roles"
    | "texts"
  >;

const LEASE_MS = 60_000;
const PAGE = 100;

/** Asks leaders about new members, tells artisans results, sends nudges: in open hours. */
export async function tendChecks(services: CheckServices, signal?: AbortSignal): Promise<void> {
  const { calendar, clock, leases } = services;
  const now = clock.now();
  const open = nextOpen(now, new Date(now.getTime() + 1), "reminder", calendar);
  if (!open || !(await leases.take("checks", LEASE_MS))) return;
  for (const tend of [tellResults, openChecks, askLeaders, sendNudges]) {
    if (signal?.aborted) break;
    await tend(services, now);
  }
  await leases.release("checks");
}

async function tellResults(services: CheckServices): Promise<void> {
  const { artisans, checkedRecords, texts } = services;
  for (const id of await checkedRecords.untold(PAGE)) {
    const artisan = await artisans.byId(id);
    const mine = artisan && (await checkedRecords.takeTelling(id));
    if (!mine || artisan.telegram === undefined || !artisan.check?.result) continue;
    const name = await communityName(artisan.check.community, services);
    await tell(
      artisan.telegram,
      resultCard(texts[artisan.language], artisan.check, name),
      services,
    );
  }
}

async function openChecks({ checkedRecords }: CheckServices, now: Date): Promise<void> {
  for (const { id, community } of await checkedRecords.unopened(PAGE))
    await checkedRecords.open(id, freshCheck(community, now));
}

async function askLeaders(services: CheckServices, now: Date): Promise<void> {
  const due = await services.checkedRecords.due(now, PAGE);
  const communities = new Set(due.flatMap(({ check }) => check.community ?? []));
  for (const community of communities) {
    const waiting = due.filter(({ check }) => check.community === community);
    await askFor(community, waiting, services, now);
  }
}

/** One message a leader, however many wait. What nobody but its own person could check is handed over. */
async function askFor(
  community: string,
  waiting: readonly Waiting[],
  services: CheckServices,
  now: Date,
): Promise<void> {
  const leaders = await leaderStandings(community, services);
  const askedOf = new Set<Standing>();
  for (const { id, check } of waiting) {
    const able = leaders.filter((leader) => leader.record?.id !== id);
    const step = stepOf(check, now);
    if (!able.length) await services.checkedRecords.handOver(id, check, "noLeader");
    else if (step.is === "handOver") await services.checkedRecords.handOver(id, check, "silent");
    else if (await services.checkedRecords.asked(id, check, step.nextAt))
      able.forEach((leader) => askedOf.add(leader));
  }
  for (const leader of askedOf) await ask(leader, community, services);
}

/** The card itself where one waits, else how many do. */
async function ask(leader: Standing, community: string, services: CheckServices): Promise<void> {
  const { artisans, audit, checkedRecords, people, places, texts } = services;
  const { telegram, record } = leader;
  const speech = texts[(await people.languageOf(telegram)) ?? "id"];
  const [first, another] = await checkedRecords.waitingIn(community, record?.id ?? "", 2);
  if (!first) return;
  const name = (await communityName(community, services)) ?? "";
  if (another) {
    const count = await checkedRecords.countIn(community, record?.id ?? "");
    await tell(telegram, manyWaitCard(speech, name, count), services);
    return;
  }
  const thing = { artisans: [first.id], community };
  const as = permitOf(leader, "member.check", thing, "private");
  const artisan = as && (await artisans.byId(first.id));
  if (!as || !artisan) return;
  const line = {
    who: telegram,
    as,
    what: "member.check",
    whom: [first.id],
    from: "clock",
  } as const;
  await audit.write({ ...line, result: "allowed" });
  await tell(telegram, askLeaderCard(speech, artisan, { places, community: name }), services);
}

async function communityName(
  id: string | undefined,
  { communities }: CheckServices,
): Promise<string | undefined> {
  return id === undefined ? undefined : (await communities.byId(id))?.name;
}
