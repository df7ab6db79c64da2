import type { Update, UserFromGetMe } from "grammy/types";

import * as acts from "./acts.ts";
import type { OutageMode } from "./answer.ts";
import type { Fields } from "./args.ts";
import { type Core, nowMs, stir, waitFor } from "./core.ts";
import type { Event } from "./events.ts";
import type { FaultRule } from "./faults.ts";
import * as groups from "./groups.ts";
import type { Rate } from "./limits.ts";
import { commandsFor } from "./methods/commands.ts";
import { moveTo, moveToNext, readClock, tellClock } from "./moves.ts";
import * as people from "./people.ts";
import { isGroup, personOf, roomOf } from "./rooms.ts";
import { settle } from "./settle.ts";
import { type Call, createState, dumpState, loadState, type Room, type Settings } from "./state.ts";
import { dropExpired, queueUpdate, redeliver } from "./updates.ts";
import { upload } from "./uploads.ts";

export interface ClockInput {
  freeze?: boolean;
  advance_s?: number;
  now?: string | Date;
  to?: "next";
}

export interface CallFilter {
  method?: string;
  /** A person or a group. */
  person?: number;
  /** Only calls with a higher id. */
  since?: number;
}

export interface WaitInput extends CallFilter {
  text?: string;
  /** Real milliseconds. */
  timeout?: number;
}

/** Everything `/_ctl` does, in-process. Each refusal is an Error with a sentence for the page. */
export type Control = ReturnType<typeof createControl>;

export function createControl(core: Core) {
  return {
    ...personControl(core),
    ...updateControl(core),
    ...troubleControl(core),
    ...stateControl(core),
  };
}

function personControl(core: Core) {
  const bound =
    <Given, Told>(act: (core: Core, given: Given) => Told) =>
    (given: Given) =>
      act(core, given);
  return {
    putPerson: (given: Fields) => people.shownPerson(people.putPerson(core, given)),
    people: () => [...core.state.people.values()].map(people.shownPerson),
    person: (id: number) => people.shownPerson(personOf(core, id)),
    putGroup: (given: groups.GroupInput) => groups.shownGroup(groups.putGroup(core, given)),
    groups: () => [...core.state.groups.values()].map(groups.shownGroup),
    member: bound(groups.setMember),
    upgrade: (given: { group: number }) => groups.shownGroup(groups.upgrade(core, given)),
    say: bound(acts.say),
    upload: bound(upload),
    press: bound(acts.press),
    tap: bound(acts.tap),
    edit: bound(acts.edit),
    start: bound(people.start),
    block: bound(people.block),
    unblock: bound(people.unblock),
    deactivate: bound(people.deactivate),
    /** All that lies in the chat of a person, or in a group. */
    messages: (id: number) => messagesOf(roomOf(core, id)),
    /** What a person sees in their chat, or everybody in a group. */
    screen: (id: number) => {
      const room = roomOf(core, id);
      const seen = { person: id, messages: messagesOf(room), keyboard: room.keyboard };
      if (isGroup(room)) return { ...seen, commands: [], toast: null };
      const { toast, blocked, started } = room;
      return { ...seen, commands: commandsFor(core.state, room), toast, blocked, started };
    },
    file: (id: string) => {
      const file = core.state.files.get(id);
      if (!file) throw new Error("there is no such file");
      return { name: file.name, type: file.type, bytes: file.bytes };
    },
  };
}

const messagesOf = ({ messages }: Room) => [...messages.values()].map(({ message }) => message);

function updateControl(core: Core) {
  return {
    update: ({
      update,
    }: {
      update: Omit<Update, "update_id"> & { update_id?: number };
    }): Update => {
      const full = { ...update, update_id: update.update_id ?? core.state.nextUpdateId };
      core.state.nextUpdateId = Math.max(core.state.nextUpdateId, full.update_id + 1);
      queueUpdate(core, full);
      return full;
    },
    redeliver: ({ update_id }: { update_id: number }) => redeliver(core, update_id),
    ids: ({ next_update_id }: { next_update_id: number }): void => {
      core.state.nextUpdateId = next_update_id;
    },
    pending: (): number => {
      dropExpired(core);
      return core.state.queue.length;
    },
    calls: ({ method, person, since = 0 }: CallFilter = {}): Call[] =>
      core.calls.filter(
        (call) =>
          call.id > since &&
          (method === undefined || call.method.toLowerCase() === method.toLowerCase()) &&
          (person === undefined || call.person === person),
      ),
    violations: () => core.violations,
    wait: async (input: WaitInput) => {
      const found = await waitFor(core, input.timeout ?? 5_000, () => findAwaited(core, input));
      if (!found) throw new Error("it did not happen in time");
      return found;
    },
    /** Taps the bot never answered: their clients would still show a spinner. */
    unanswered: () =>
      [...core.state.queries].flatMap(([id, one]) => (one.answered || one.expired ? [] : [id])),
    settle: () => settle(core),
    /** Waits, in real time, until a bot polls or a webhook is set. */
    botReady: async (timeoutMs = 10_000): Promise<void> => {
      const there = () => (core.polling.attached() || core.state.webhook ? true : undefined);
      if (!(await waitFor(core, timeoutMs, there))) throw new Error("no bot came");
    },
  };

  function findAwaited(of: Core, { method, person, text = "", since = 0 }: WaitInput) {
    if (method === undefined && person !== undefined) {
      const messages = [...roomOf(of, person).messages.values()].filter((one) => one.fromBot);
      const fits = messages.find(
        ({ message }) =>
          message.message_id > since && (message.text ?? message.caption ?? "").includes(text),
      );
      return fits && { message: fits.message };
    }
    const call = of.calls.find(
      (one) =>
        one.id > since &&
        (method === undefined || one.method.toLowerCase() === method.toLowerCase()) &&
        (person === undefined || one.person === person) &&
        JSON.stringify(one.params).includes(text),
    );
    return call && { call };
  }
}

function troubleControl(core: Core) {
  return {
    fault: (rule: FaultRule) => core.faults.add(rule),
    faults: () => core.faults.list(),
    clearFaults: () => core.faults.clear(),
    rate: (rate: Rate) => core.limits.set(rate),
    outage: (input: { mode?: OutageMode; for_ms?: number; until?: "call"; off?: true }): void => {
      const until = input.for_ms === undefined ? Infinity : nowMs(core) + input.for_ms;
      core.outage = input.off ? null : { mode: input.mode ?? "reset", until };
      if (core.outage?.mode === "reset") core.dropConnections();
      stir(core);
    },
    restart: () => core.dropConnections(),
    /** Another bot, or other settings at BotFather; privacy mode is `can_read_all_group_messages`. */
    bot: (changed: Partial<UserFromGetMe>) => void Object.assign(core.state.bot, changed),
    forgetFiles: (): void => {
      for (const file of core.state.files.values()) file.dead = true;
    },
    settings: (changed: Partial<Settings>) => Object.assign(core.state.settings, changed),
  };
}

function stateControl(core: Core) {
  return {
    state: async () => {
      const { id, username, first_name } = core.state.bot;
      const { upcoming, ...clock } = await readClock(core);
      const shown = [...core.state.people.values()].map(people.shownPerson);
      const bot = { id, username, first_name };
      return { bot, clock, upcoming, seq: core.events.seq(), people: shown };
    },
    readClock: () => readClock(core),
    /** Forward moves pass each due thing in order; a moment in the past just sets the clock. */
    clock: async ({ freeze, advance_s, now, to }: ClockInput) => {
      if (freeze !== undefined) core.clock.freeze(freeze);
      core.sender?.pump();
      if (to === "next") return moveToNext(core);
      const given = now === undefined ? nowMs(core) + (advance_s ?? 0) * 1000 : +new Date(now);
      if (Number.isNaN(given)) throw new Error("that is no moment");
      const moves = now !== undefined || advance_s !== undefined;
      if (moves && given >= nowMs(core)) return moveTo(core, new Date(given));
      if (moves) core.clock.set(new Date(given));
      return { passed: [], ...(await tellClock(core)) };
    },
    reset: ({ seed = 1 }: { seed?: number } = {}): void => {
      const { nextUpdateId, settings } = core.state;
      core.state = createState(core.token, seed);
      core.state.nextUpdateId = Math.max(core.state.nextUpdateId, nextUpdateId);
      core.state.settings = settings;
      core.faults.clear();
      core.calls = [];
      core.violations = [];
      core.events.emit("reset", {});
    },
    dump: () => dumpState(core.state),
    load: (text: string): void => {
      core.state = loadState(text, createState(core.token, 1));
      core.events.emit("reset", {});
    },
    seq: () => core.events.seq(),
    listen: (listener: (event: Event) => void) => core.events.listen(listener),
    eventsSince: (seq: number) => core.events.since(seq),
  };
}
