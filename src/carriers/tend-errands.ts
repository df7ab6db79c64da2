import type { Subject } from "../notices/notice-words.ts";
import { packPress } from "../bot/callback-data.ts";
import { tell, type TellServices } from "../bot/tell.ts";
import { showMoment } from "../dates.ts";
import { nextOpen, type Urgency } from "../notices/quiet-hours.ts";
import type { Services } from "../services.ts";
import {
  type Carrier,
  carrierOf,
  errandState,
  isLate,
  type Leaders,
  type OpenErrand,
} from "./errand.ts";
import { type ErrandServices, leadersNow, untoldErrands } from "./errands.ts";

export type TendErrandServices = ErrandServices &
  TellServices &
  Pick<Services, "leases" | "people" | "texts">;

const LEASE_MS = 60_000;
/** While a notice is being sent more may come: its carriers are told of all at once. */
const GATHER_MS = 10 * 60_000;

/**
 * Whoever can be reached again gets the message from the bot after all; and carriers are told,
 * once and in open hours, that something waits. One process at a time: told twice only where
 * that one dies between the word and its mark.
 */
export async function tendErrands(
  services: TendErrandServices,
  signal?: AbortSignal,
): Promise<void> {
  const { clock, carriedDeliveries, leases } = services;
  if (!(await leases.take("errands", LEASE_MS))) return;
  const now = clock.now();
  const open: OpenErrand[] = [];
  for (const errand of await untoldErrands(services)) {
    const state = errandState(errand, now);
    if (state === "reachable") await carriedDeliveries.sendAfterAll(errand.delivery.id, now);
    if (state === "open" && errand.subject) open.push({ ...errand, subject: errand.subject });
  }
  await tellCarriers(open, services, signal);
  await leases.release("errands");
}

async function tellCarriers(
  open: readonly OpenErrand[],
  services: TendErrandServices,
  signal?: AbortSignal,
): Promise<void> {
  const { calendar, clock, gate, roles } = services;
  const now = clock.now();
  const ripe = open.filter(
    (errand) =>
      !(errand.delivery.asked?.leader && errand.delivery.asked.coordinator) &&
      (errand.notice.state === "done" ||
        now.getTime() - errand.delivery.nextAt.getTime() >= GATHER_MS) &&
      nextOpen(now, new Date(now.getTime() + 1), urgencyOf(errand.subject), calendar),
  );
  if (!ripe.length || (await gate.isClosed(now))) return;
  const leaders = await leadersNow(services);
  for (const share of shares(ripe, leaders, now)) {
    if (signal?.aborted) return;
    const { carrier, chats, errands } = share;
    const whom = carrier === "leader" ? chats : await roles.holders("coordinator", now);
    for (const chat of whom) await tellOne(chat, share, services);
    // Where nobody holds the role there is nobody who knows: told when there is.
    if (whom.length) await mark(errands, carrier, services);
  }
}

interface Share {
  carrier: Carrier;
  /** Of the leaders. */
  chats: readonly number[];
  late: boolean;
  errands: OpenErrand[];
}

/** Who has to be told of what: the leaders of each community, and the coordinators. */
function shares(errands: readonly OpenErrand[], leaders: Leaders, now: Date): Share[] {
  const found = new Map<string, Share>();
  for (const errand of errands) {
    const carrier = carrierOf(errand, leaders, now);
    if (errand.delivery.asked?.[carrier]) continue;
    const late = isLate(errand.delivery, now);
    const community = carrier === "leader" ? (errand.person.community ?? "") : "";
    const key = `${String(late)} ${community}`;
    const chats = leaders.get(community) ?? [];
    const share = found.get(key) ?? { carrier, late, chats, errands: [] };
    share.errands.push(errand);
    found.set(key, share);
  }
  return [...found.values()];
}

async function tellOne(
  chat: number,
  { errands, late }: Share,
  services: TendErrandServices,
): Promise<void> {
  const speech = services.texts[(await services.people.languageOf(chat)) ?? "id"];
  const [first] = errands;
  if (!first) return;
  const until = showMoment(first.delivery.notAfter, speech.language);
  const key = late ? "carry-asked-late" : "carry-asked";
  const text = speech.html(key, { count: errands.length, until });
  const list = { label: speech.plain("button-carry-list"), press: packPress("carry.list", "0") };
  await tell(chat, { text, buttons: [[list]] }, services);
}

async function mark(
  errands: readonly OpenErrand[],
  carrier: Carrier,
  { carriedDeliveries }: TendErrandServices,
): Promise<void> {
  const ids = errands.map(({ delivery }) => delivery.id);
  await carriedDeliveries.markAsked(ids, carrier);
}

function urgencyOf(subject: Subject): Urgency {
  if (subject.is === "announcement") return "announcement";
  if (subject.is === "reminder") return subject.reminder.urgency;
  const { urgency } = subject.letter;
  return urgency === "anyTime" ? "reminder" : urgency;
}
