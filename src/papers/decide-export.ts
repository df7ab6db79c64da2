import { standingOf } from "../access/standing.ts";
import { permitOf } from "../bot/gate.ts";
import { tell } from "../bot/tell.ts";
import { instantOf, localDate } from "../dates.ts";
import type { Services } from "../services.ts";
import { EXPORT_LIMITS, type ExportRequest } from "./export.ts";
import { secondCard, showFilter } from "./export-card.ts";
import { sheetEnv } from "./list-of-artisans.ts";

/** approved: it may be made now. waiting: so many others were asked. */
export type Reasoned =
  | { ok: true; state: "approved" }
  | { ok: true; state: "waiting"; asked: number }
  | { ok: false; reason: "tooManyToday" | "nobodyElse" | "gone" };

/** Keeps the reason of a list, and asks the others where the list is of many people. */
export async function giveReason(
  request: ExportRequest,
  why: NonNullable<ExportRequest["why"]>,
  services: Services,
): Promise<Reasoned> {
  const { clock, exports, settings } = services;
  const now = clock.now();
  const today = instantOf(localDate(now), "00:00");
  if ((await exports.countSince(request.by, today)) >= EXPORT_LIMITS.aDay)
    return { ok: false, reason: "tooManyToday" };
  const needsSecond = request.count > (await settings.exportSecondOver());
  const others = needsSecond ? await othersThan(request.by, services) : [];
  if (needsSecond && others.length === 0) return { ok: false, reason: "nobodyElse" };
  const until = new Date(now.getTime() + EXPORT_LIMITS.secondMs);
  const state = needsSecond ? "waiting" : "approved";
  if (!(await exports.reason(request.id, why, { state, until })))
    return { ok: false, reason: "gone" };
  if (state === "approved") return { ok: true, state };
  return { ok: true, state, asked: await askOthers({ ...request, why }, others, services) };
}

/** Everybody who may decide about a list of this person's, now. */
async function othersThan(by: number, services: Services): Promise<number[]> {
  const { clock, ownerIds, roles } = services;
  const now = clock.now();
  const held = [
    ...(await roles.holders("coordinator", now)),
    ...(await roles.holders("owner", now)),
    ...ownerIds,
  ];
  return [...new Set(held)].filter((telegram) => telegram !== by);
}

async function askOthers(
  request: ExportRequest,
  others: readonly number[],
  services: Services,
): Promise<number> {
  const env = await sheetEnv(services);
  let asked = 0;
  for (const chat of others) {
    const speech = services.texts[(await services.people.languageOf(chat)) ?? "id"];
    const whom = showFilter(request.filter, { ...env, speech });
    if (await tell(chat, secondCard(speech, request, whom), services)) asked += 1;
  }
  return asked;
}

/** notAllowed: who asked may not have it any more. late: decided, or waited for too long. */
export type Decided =
  { ok: true; request: ExportRequest } | { ok: false; reason: "late" | "notAllowed" };

/** A second person's answer: once, in time, never one's own; what was asked for is checked anew. */
export async function decideExport(
  request: ExportRequest,
  state: "approved" | "refused",
  by: number,
  services: Services,
): Promise<Decided> {
  const { clock, exports } = services;
  const mine = { by, at: clock.now() };
  const decided = await exports.decide(request.id, state, mine);
  const now = (await exports.byId(request.id)) ?? request;
  // Pressed again because the file did not go out the first time.
  const again = now.state === state && now.decidedBy === by && state === "approved";
  if (!decided && !again) return { ok: false, reason: "late" };
  if (state === "refused" || (await mayHave(request.by, services)))
    return { ok: true, request: now };
  await exports.refuse(request.id);
  return { ok: false, reason: "notAllowed" };
}

async function mayHave(telegram: number, services: Services): Promise<boolean> {
  const standing = await standingOf(telegram, services);
  return permitOf(standing, "export.run", {}, "private") !== undefined;
}
