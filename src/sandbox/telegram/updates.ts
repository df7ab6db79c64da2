import type { Update } from "grammy/types";

import { type Core, nowMs, stir } from "./core.ts";
import type { Queued } from "./state.ts";

type Kind = Exclude<keyof Update, "update_id">;

/** Kinds a bot gets only when it names them. [BA get_allowed_update_types] */
const onRequest = new Set(["chat_member", "message_reaction", "message_reaction_count"]);
const kinds = new Set<string>([
  ...["message", "edited_message", "channel_post", "edited_channel_post", "business_connection"],
  ...["business_message", "edited_business_message", "deleted_business_messages", "inline_query"],
  ...["chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query", "poll"],
  ...["purchased_paid_media", "poll_answer", "my_chat_member", "chat_join_request", "chat_boost"],
  ...["removed_chat_boost", "managed_bot", "guest_message", ...onRequest],
]);
const pastKept = 5_000;
/** Seconds for which an update waits for the bot; a callback query has little time. [BA] */
const lifeS = 86_400;
const queryLifeS = 150;

/** Takes over `allowed_updates`, which Telegram keeps between calls; bad JSON changes nothing. [BA] */
export function setAllowed(core: Core, value: unknown): void {
  if (!Array.isArray(value)) return;
  const known = value.filter((name): name is string => kinds.has(String(name)));
  core.state.allowed = known.length > 0 ? known : null;
}

function isAllowed(core: Core, kind: string): boolean {
  return core.state.allowed ? core.state.allowed.includes(kind) : !onRequest.has(kind);
}

/** Makes an update and queues it, unless the bot did not ask for its kind or does not hear of it. */
export function addUpdate<K extends Kind>(
  core: Core,
  kind: K,
  content: NonNullable<Update[K]>,
  heard = true,
): Update {
  const update: Update = { update_id: core.state.nextUpdateId, [kind]: content };
  if (!heard || !isAllowed(core, kind)) return update;
  core.state.nextUpdateId++;
  queueUpdate(core, update);
  return update;
}

export function queueUpdate(core: Core, update: Update, how: Partial<Queued> = {}): void {
  const { callback_query: query, my_chat_member: mine, message, edited_message } = update;
  const chat = (mine ?? message ?? edited_message)?.chat.id;
  // Messages keep their order by chat, callback queries by user, memberships by themselves. [BA]
  const key = query ? `user:${query.from.id}` : `${mine ? "member" : "chat"}:${chat}`;
  const expiresAt = nowMs(core) + (query ? queryLifeS : lifeS) * 1000;
  const queued = { update, key, expiresAt, ...how };
  core.state.queue.push(queued);
  core.state.past.push({ ...queued });
  if (core.state.past.length > 2 * pastKept) core.state.past = core.state.past.slice(-pastKept);
  core.activity++;
  core.polling.wake(core);
  core.sender?.pump();
  stir(core);
}

/** Hands an earlier update out once more, past the confirmed offset. @throws Error when unknown. */
export function redeliver(core: Core, updateId: number): Update {
  const found = core.state.past.findLast((queued) => queued.update.update_id === updateId);
  if (!found) throw new Error(`there was no update ${updateId}`);
  queueUpdate(core, found.update, { expiresAt: Infinity, again: true });
  return found.update;
}

/** Forgets what nobody fetched in time. */
export function dropExpired(core: Core): void {
  const now = nowMs(core);
  core.state.queue = core.state.queue.filter((queued) => queued.expiresAt > now);
}

/** Forgets what the offset confirms. Over ten past the next id it is ignored. [TD TQueue.cpp] */
export function confirm(core: Core, offset: number): void {
  const { queue, nextUpdateId } = core.state;
  if (offset < 0) core.state.queue = queue.slice(offset);
  else if (offset > 0 && offset <= nextUpdateId + 10) {
    core.state.queue = queue.filter(({ update, again }) => again || update.update_id >= offset);
  }
  stir(core);
}

/** The oldest updates that wait; they stay until confirmed, redelivered ones go at once. */
export function takeUpdates(core: Core, limit: number): Update[] {
  dropExpired(core);
  const taken = core.state.queue.slice(0, limit);
  core.state.queue = core.state.queue.filter((queued) => !(queued.again && taken.includes(queued)));
  return taken.map((queued) => queued.update);
}
