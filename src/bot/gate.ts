import { type HeldRole, type Role } from "../access/role.ts";
import { type Standing, standingOf } from "../access/standing.ts";
import type { Services } from "../services.ts";
import type { BotContext } from "./context.ts";

/**
 * How far a permission reaches. all: any object. others: any that is not about the person's own
 * record. members: what belongs to the community the role is for. community: the same, but for the
 * own record. ticked: the same, where its person allows it. registered: what this very person
 * registered. made: what this very person made. another: what another person asked for.
 * authored: what this very person wrote for the community the role is for. own: the own record.
 */
type Scope =
  | "all"
  | "others"
  | "members"
  | "community"
  | "ticked"
  | "registered"
  | "made"
  | "another"
  | "authored"
  | "own";

interface Rule {
  chat: "private" | "any";
  who: Partial<Record<Role | "anyone", Scope>>;
  /** Leaders may only while this setting is on. */
  leadersIf?: "leaderNotices" | "leaderAttendance";
}

const NOTICE = {
  chat: "private",
  who: { coordinator: "all", leader: "authored" },
  leadersIf: "leaderNotices",
} as const;

const PRESENCE = { chat: "private", leadersIf: "leaderAttendance" } as const;

/** Who may do what, with what, where. What does not stand here is refused. */
const TABLE = {
  "doubles.list": { chat: "private", who: { coordinator: "all" } },
  "doubles.show": { chat: "private", who: { coordinator: "others" } },
  "doubles.decide": { chat: "private", who: { coordinator: "others" } },
  "record.merge": { chat: "private", who: { coordinator: "others" } },
  "record.unmerge": { chat: "private", who: { coordinator: "others" } },
  "record.claim": { chat: "private", who: { anyone: "all" } },
  "record.disown": { chat: "private", who: { coordinator: "all", leader: "registered" } },
  "tasks.list": { chat: "private", who: { coordinator: "all" } },
  "record.check": { chat: "private", who: { coordinator: "others" } },
  "member.check": { chat: "private", who: { leader: "community" } },
  "member.list": { chat: "private", who: { coordinator: "all", leader: "members" } },
  "member.search": { chat: "private", who: { coordinator: "all", leader: "members" } },
  "member.show": { chat: "private", who: { coordinator: "all", leader: "members" } },
  "member.nudge": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "member.correct": { chat: "private", who: { coordinator: "registered", leader: "registered" } },
  "claim.code": { chat: "private", who: { coordinator: "registered", leader: "registered" } },
  "phone.show": { chat: "private", who: { coordinator: "all", leader: "ticked" } },
  "notice.list": NOTICE,
  "notice.write": NOTICE,
  "notice.names": NOTICE,
  "notice.send": NOTICE,
  "notice.steer": NOTICE,
  "notice.correct": NOTICE,
  "notice.report": NOTICE,
  "notice.read": { chat: "private", who: { anyone: "all" } },
  "member.register": { chat: "private", who: { coordinator: "all", leader: "community" } },
  "owner.begin": { chat: "private", who: { anyone: "all" } },
  "invitation.open": { chat: "private", who: { anyone: "all" } },
  "role.list": { chat: "private", who: { owner: "all" } },
  "role.invite": { chat: "private", who: { owner: "all" } },
  "role.confirm": { chat: "private", who: { owner: "made" } },
  "role.revoke": { chat: "private", who: { owner: "all" } },
  "role.end": { chat: "private", who: { owner: "all" } },
  "role.renew": { chat: "private", who: { owner: "all" } },
  "community.list": { chat: "private", who: { coordinator: "all", leader: "all" } },
  "community.show": { chat: "private", who: { coordinator: "all", leader: "community" } },
  "community.share": { chat: "private", who: { coordinator: "all", leader: "community" } },
  "community.change": { chat: "private", who: { coordinator: "all" } },
  "community.join": { chat: "private", who: { anyone: "all" } },
  "leader.invite": { chat: "private", who: { coordinator: "all" } },
  "leader.confirm": { chat: "private", who: { coordinator: "made" } },
  "leader.revoke": { chat: "private", who: { coordinator: "all" } },
  "leader.end": { chat: "private", who: { coordinator: "all" } },
  "leader.renew": { chat: "private", who: { coordinator: "all" } },
  "answer.give": { chat: "private", who: { anyone: "all" } },
  "answer.list": { chat: "private", who: { coordinator: "all", leader: "all" } },
  "answer.record": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "notice.check": { chat: "private", who: { anyone: "all" } },
  "carry.list": { chat: "private", who: { coordinator: "all", leader: "all" } },
  "carry.show": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "carry.number": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "carry.tick": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "carry.report": { chat: "private", who: { coordinator: "all" } },
  "room.enter": { chat: "private", who: { anyone: "all" } },
  "room.run": { chat: "private", who: { coordinator: "all" } },
  "presence.list": { ...PRESENCE, who: { coordinator: "all", leader: "members" } },
  "presence.show": { ...PRESENCE, who: { coordinator: "all", leader: "members" } },
  "presence.tick": { ...PRESENCE, who: { coordinator: "others", leader: "community" } },
  "presence.late": { chat: "private", who: { coordinator: "others" } },
  "presence.void": { chat: "private", who: { coordinator: "others" } },
  "presence.object": { chat: "private", who: { artisan: "own" } },
  "presence.settle": { chat: "private", who: { coordinator: "others" } },
  "card.own": { chat: "private", who: { anyone: "all" } },
  "card.open": { chat: "private", who: { anyone: "all" } },
  "card.mark": { chat: "private", who: { coordinator: "others" } },
  "export.run": { chat: "private", who: { coordinator: "all" } },
  "export.decide": { chat: "private", who: { coordinator: "another", owner: "another" } },
  "paper.make": { chat: "private", who: { coordinator: "all" } },
  "paper.phones": { chat: "private", who: { coordinator: "all" } },
  "paper.leader": { chat: "private", who: { coordinator: "others" } },
  "paper.catalogue": { chat: "private", who: { coordinator: "all" } },
  "paper.form": { chat: "private", who: { coordinator: "all", leader: "all" } },
  "artisanCard.make": { chat: "private", who: { coordinator: "all", leader: "members" } },
  "training.photos": { chat: "private", who: { coordinator: "all" } },
  "certificate.issue": { chat: "private", who: { coordinator: "all" } },
  "certificate.list": { chat: "private", who: { coordinator: "all" } },
  "certificate.end": { chat: "private", who: { coordinator: "others" } },
  "certificate.own": { chat: "private", who: { anyone: "all" } },
  "import.run": { chat: "private", who: { coordinator: "all" } },
  "import.own": { chat: "private", who: { coordinator: "registered" } },
  "training.list": { chat: "private", who: { coordinator: "all" } },
  "training.manage": { chat: "private", who: { coordinator: "all" } },
  "training.board": { chat: "private", who: { coordinator: "all" } },
  "training.people": { chat: "private", who: { coordinator: "all" } },
  "training.nudge": { chat: "private", who: { coordinator: "all" } },
  "enrolment.sheet": { chat: "private", who: { coordinator: "all" } },
  "enrolment.choose": { chat: "private", who: { coordinator: "others" } },
  "enrolment.propose": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "enrolment.answer": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "enrolment.reasons": { chat: "private", who: { coordinator: "all", leader: "members" } },
  "feedback.totals": { chat: "private", who: { coordinator: "all" } },
  "feedback.words": { chat: "private", who: { coordinator: "all" } },
  "feedback.quiz": { chat: "private", who: { coordinator: "all" } },
  "feedback.help": { chat: "private", who: { coordinator: "others" } },
  "sharing.confirm": { chat: "private", who: { coordinator: "others", leader: "community" } },
  "sharing.reach": { chat: "private", who: { coordinator: "all" } },
  "plan.change": { chat: "private", who: { coordinator: "all" } },
  "promise.list": { chat: "private", who: { coordinator: "all" } },
  "promise.unread": { chat: "private", who: { coordinator: "all" } },
  "promise.remind": { chat: "private", who: { coordinator: "all" } },
  "promise.receipts": { chat: "private", who: { coordinator: "all" } },
  "promise.answer": { chat: "private", who: { anyone: "all" } },
  "settings.show": { chat: "private", who: { owner: "all" } },
  "settings.change": { chat: "private", who: { owner: "all" } },
  "statistics.show": { chat: "private", who: { coordinator: "all" } },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

/** What an action is about, as far as the table asks. */
export interface Thing {
  /** Ids of the records. */
  artisans?: readonly string[];
  community?: string | undefined;
  /** Telegram's id of who registered it, or asked for it. */
  registrar?: number | undefined;
  /** Telegram's id of who made it. */
  maker?: number | undefined;
  /** Its person lets leaders see the number. */
  phoneToLeader?: boolean;
  /** Telegram's id of who wrote it. */
  author?: number | undefined;
}

/** That somebody may do something, and as what: a guarded handler is called with it. */
export interface Permit {
  telegram: number;
  action: Action;
  as: Role | "anyone";
}

/** By which of their roles the person may do it; undefined: not at all. */
export function permitOf(
  { telegram, record, held }: Standing,
  action: string,
  thing: Thing | undefined,
  chat: "private" | "group",
): Role | "anyone" | undefined {
  if (!isAction(action)) return undefined;
  const rule: Rule = TABLE[action];
  if (rule.chat === "private" && chat !== "private") return undefined;
  if (rule.who.anyone) return "anyone";
  const own = record?.id;
  const reaches = ({ role, scope }: HeldRole): boolean => {
    const reach = rule.who[role];
    if (reach === undefined) return false;
    if (reach === "all" || thing === undefined) return true;
    const isOwn = own !== undefined && (thing.artisans ?? []).includes(own);
    if (reach === "others") return !isOwn;
    if (reach === "own") return isOwn;
    if (reach === "registered") return thing.registrar === telegram;
    if (reach === "another") return thing.registrar !== undefined && thing.registrar !== telegram;
    if (reach === "made") return thing.maker === telegram;
    const isMember = scope !== undefined && thing.community === scope;
    if (reach === "authored") return isMember && thing.author === telegram;
    if (reach === "ticked") return isMember && !isOwn && thing.phoneToLeader === true;
    return isMember && (reach === "members" || !isOwn);
  };
  return held.find(reaches)?.role;
}

/** Without the roles whose permission a setting takes away. */
async function heeding(
  standing: Standing,
  action: Action,
  { settings }: Pick<Services, "settings">,
): Promise<Standing> {
  const { leadersIf }: Rule = TABLE[action];
  if (leadersIf === undefined || (await settings[leadersIf]())) return standing;
  return { ...standing, held: standing.held.filter(({ role }) => role !== "leader") };
}

function isAction(action: string): action is Action {
  return Object.hasOwn(TABLE, action);
}

interface Guarded<T> {
  action: Action;
  /** Finds what the update is about; undefined: there is no such thing. */
  find: (ctx: BotContext) => Promise<T | undefined>;
  /** What the table needs to know of it. */
  thing: (found: T) => Thing;
}

/**
 * A handler behind the gate. Who the person is and what the thing is are read now, the refusal is
 * a line of the audit, and what is not there is looked for only by who may see such things.
 */
export function guarded<T>(
  services: Services,
  { action, find, thing }: Guarded<T>,
  handle: (ctx: BotContext, found: T, permit: Permit) => Promise<void>,
): (ctx: BotContext) => Promise<void> {
  return async (ctx) => {
    const standing = await heeding(await standingOf(ctx.person, services), action, services);
    const chat = chatOf(ctx);
    if (!permitOf(standing, action, undefined, chat)) return refuse(ctx, action, [], services);
    const found = await find(ctx);
    if (found === undefined) return goneFor(ctx);
    const about = thing(found);
    const as = permitOf(standing, action, about, chat);
    if (!as) return refuse(ctx, action, about.artisans ?? [], services);
    await handle(ctx, found, { telegram: ctx.person, action, as });
  };
}

/** A handler behind the gate of what is about nothing in particular. */
export function allowed(
  services: Services,
  action: Action,
  handle: (ctx: BotContext, permit: Permit) => Promise<void>,
): (ctx: BotContext) => Promise<void> {
  const nothing = { find: () => Promise.resolve(true), thing: () => ({}) };
  return guarded(services, { action, ...nothing }, (ctx, _, permit) => handle(ctx, permit));
}

/**
 * The permit, as it is now, for what answers a question of before: a text, a photo. Where there is
 * none the person is told so, and the refusal is a line of the audit.
 */
export async function permitNow(
  ctx: BotContext,
  action: Action,
  thing: Thing,
  services: Services,
): Promise<Permit | undefined> {
  const standing = await heeding(await standingOf(ctx.person, services), action, services);
  const as = permitOf(standing, action, thing, chatOf(ctx));
  if (as) return { telegram: ctx.person, action, as };
  await refuse(ctx, action, thing.artisans ?? [], services);
  return undefined;
}

const chatOf = (ctx: BotContext) => (ctx.chat?.type === "private" ? "private" : "group");

async function refuse(
  ctx: BotContext,
  action: Action,
  whom: readonly string[],
  { audit, count, log }: Services,
): Promise<void> {
  const line = { who: ctx.person, as: "anyone", what: action, whom, from: chatOf(ctx) } as const;
  await audit.write({ ...line, result: "refused" });
  log.warn("refused", { action });
  count("refused", action);
  await (ctx.callbackQuery ? goneFor(ctx) : ctx.show(ctx.speech.html("gate-refused")).then(noted));
}

const noted = (): void => undefined;

async function goneFor(ctx: BotContext): Promise<void> {
  await ctx.toast(ctx.speech.plain("button-gone"));
}
