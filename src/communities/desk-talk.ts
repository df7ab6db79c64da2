import { invite } from "../access/invite-talk.ts";
import { note } from "../access/note.ts";
import { button } from "../access/role-card.ts";
import { readPhone } from "../artisans/phone.ts";
import type { BotContext } from "../bot/context.ts";
import type { Permit } from "../bot/gate.ts";
import { pageOf } from "../bot/pages.ts";
import { readKecamatan } from "../places/read-kecamatan.ts";
import type { Services } from "../services.ts";
import { createCommunity, readName } from "./change-community.ts";
import { NAME, NOTE, readWords } from "./community.ts";
import { saveCard, typedCard, whereCard } from "./community-card.ts";
import type { Desk } from "./desk.ts";
import { endLeader } from "./leader-talk.ts";
import { showCommunity } from "./show-community.ts";

/** Begins a new community: its name is typed next. */
export async function beginNew(ctx: BotContext, services: Services): Promise<void> {
  const community = services.invitations.newId(ctx.person, ctx.update.update_id);
  await put(ctx, { step: "name", community }, services);
}

export async function put(
  ctx: BotContext,
  desk: Omit<Desk, "update">,
  services: Services,
): Promise<void> {
  const kept = { ...desk, update: ctx.update.update_id };
  await services.desks.put(ctx.person, kept);
  await ask(ctx, kept, services);
}

/** Shows what is asked at this step. */
async function ask(ctx: BotContext, desk: Desk, services: Services, page?: string): Promise<void> {
  const { speech } = ctx;
  const { name = "", kecamatan = "", community } = desk;
  switch (desk.step) {
    case "name":
    case "rename":
    case "phone":
      return ctx.replace(typedCard(speech.html(`community-ask-${desk.step}`), speech));
    case "note": {
      const without = button(
        speech,
        "leader-end-yes",
        "lead.endYes",
        community,
        String(desk.leader),
      );
      return ctx.replace(typedCard(speech.html("leader-end-question"), speech, without));
    }
    case "kecamatan":
      return ctx.replace(whereCard(speech, name, pageOf(services.places.kecamatan(), page)));
    case "save": {
      const where = services.places.showKecamatan(kecamatan);
      return ctx.replace(saveCard(speech, { name, where }, community));
    }
  }
}

export async function turnPage(ctx: BotContext, page: string, services: Services): Promise<void> {
  const desk = await services.desks.read(ctx.person);
  if (desk?.step === "kecamatan") await ask(ctx, desk, services, page);
  else await gone(ctx);
}

export const gone = (ctx: BotContext): Promise<void> =>
  ctx.replace(ctx.speech.html("community-desk-gone"));

/** Reads what a coordinator typed for the step that is open. */
export async function take(
  ctx: BotContext,
  desk: Desk,
  permit: Permit,
  services: Services,
): Promise<void> {
  const typed = ctx.message?.text ?? "";
  if (desk.update === ctx.update.update_id) return ask(ctx, desk, services);
  switch (desk.step) {
    case "name":
      return takeName(ctx, desk, typed, services);
    case "kecamatan":
      return takeKecamatan(ctx, desk, typed, services);
    case "rename":
      return rename(ctx, desk, permit, services);
    case "note":
      return takeNote(ctx, desk, permit, services);
    case "phone":
      return takePhone(ctx, desk, permit, services);
    case "save":
      return ask(ctx, desk, services);
  }
}

async function takeName(ctx: BotContext, desk: Desk, typed: string, services: Services) {
  const read = await readName(typed, { id: desk.community, kecamatan: [] }, services);
  if (!read.ok) return complain(ctx, read.reason, NAME);
  await put(ctx, { step: "kecamatan", community: desk.community, name: read.name }, services);
}

async function complain(ctx: BotContext, reason: string, values: { least: number; most: number }) {
  const { speech } = ctx;
  await ctx.show(
    reason === "taken"
      ? speech.html("community-taken")
      : speech.html(`own-words-${reason}`, values),
  );
}

/** A typed kecamatan is confirmed with all the rest. */
async function takeKecamatan(ctx: BotContext, desk: Desk, typed: string, services: Services) {
  const read = readKecamatan(typed, services.places);
  if (read.ok) return pickKecamatan(ctx, desk, read.value.code, services);
  await ctx.show(ctx.speech.html("community-where-unknown"));
}

/** The kecamatan that a button names, or that was typed. */
export async function pickKecamatan(
  ctx: BotContext,
  desk: Desk | undefined,
  code: string,
  services: Services,
): Promise<void> {
  const known = services.places.kecamatan().some((one) => one.code === code);
  if (!desk || !known || (desk.step !== "kecamatan" && desk.step !== "save")) return gone(ctx);
  const { community: id, name = "" } = desk;
  const read = await readName(name, { id, kecamatan: [code] }, services);
  if (!read.ok) return complain(ctx, read.reason, NAME);
  await put(ctx, { step: "save", community: id, name, kecamatan: code }, services);
}

/** Keeps what was written down; pressed again it shows what came of it. */
export async function save(
  ctx: BotContext,
  id: string,
  permit: Permit,
  services: Services,
): Promise<void> {
  const desk = await services.desks.read(ctx.person);
  const ready = desk?.step === "save" && desk.community === id;
  if (ready) await note(permit, [], services);
  const made = ready ? await createCommunity(desk, services) : await services.communities.byId(id);
  if (!made) return gone(ctx);
  if (ready) await services.desks.clear(ctx.person);
  await showCommunity(ctx, made, permit, services);
}

async function rename(ctx: BotContext, desk: Desk, permit: Permit, services: Services) {
  const community = await services.communities.byId(desk.community);
  if (!community) return gone(ctx);
  const read = await readName(ctx.message?.text ?? "", community, services);
  if (!read.ok) return complain(ctx, read.reason, NAME);
  await note(permit, [], services);
  await services.communities.rename(community.id, read.name);
  await services.desks.clear(ctx.person);
  await showCommunity(ctx, { ...community, name: read.name }, permit, services);
}

/** The link works for who has this number, and for nobody else. */
async function takePhone(ctx: BotContext, desk: Desk, permit: Permit, services: Services) {
  const read = readPhone(ctx.message?.text ?? "");
  if (!read.ok) return void (await ctx.show(ctx.speech.html("leader-phone-wrong")));
  const leader = { role: "leader", scope: desk.community, phone: read.value } as const;
  await invite(ctx, leader, { ...permit, action: "leader.invite" }, services);
  await services.desks.clear(ctx.person);
}

async function takeNote(ctx: BotContext, desk: Desk, permit: Permit, services: Services) {
  const read = readWords(ctx.message?.text ?? "", NOTE);
  if (!read.ok) return complain(ctx, read.reason, NOTE);
  const { community, leader = 0 } = desk;
  await endLeader(ctx, { community, leader, note: read.value }, permit, services);
}
