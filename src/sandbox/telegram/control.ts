import type { Contact, Location, Update } from "grammy/types";

import * as acts from "./acts.ts";
import type { OutageMode } from "./answer.ts";
import type { Fields } from "./args.ts";
import { type Core, nowMs, personOf, stir, waitFor } from "./core.ts";
import type { Event } from "./events.ts";
import type { FaultRule } from "./faults.ts";
import type { Rate } from "./limits.ts";
import { commandsFor } from "./methods/commands.ts";
import { moveTo, moveToNext, readClock, tellClock } from "./moves.ts";
import { putPerson, shownPerson } from "./people.ts";
import { settle } from "./settle.ts";
import {
  type Call,
  type Content,
  createState,
  dumpState,
  loadState,
  type Settings,
} from "./state.ts";
import { dropExpired, queueUpdate, redeliver } from "./updates.ts";
import { upload, type UploadInput } from "./uploads.ts";

export interface SayInput {
  person: number;
  text?: string;
  /** `true` for one's own. */
  contact?: true | Contact;
  location?: Location;
  /** Any other part of a message, as the Bot API writes it. */
  content?: Content;
  reply_to?: number;
}

export interface ClockInput {
  freeze?: boolean;
  advance_s?: number;
  now?: string | Date;
  to?: "next";
}

export interface CallFilter {
  method?: string;
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
  return {
    putPerson: (given: Fields) => shownPerson(putPerson(core, given)),
    people: () => [...core.state.people.values()].map(shownPerson),
    say: (input: SayInput): acts.Said => {
      const { person: id, text, contact, location, content, reply_to } = input;
      if (text !== undefined) return acts.say(core, id, text, reply_to);
      const person = personOf(core, id);
      if (contact === true) return acts.sayContact(core, id, acts.ownContact(person));
      if (contact?.phone_number) return acts.sayContact(core, id, contact);
      const part = location ? { location } : content;
      if (!part) throw new Error("say what?");
      return acts.send(core, person, part, reply_to);
    },
    upload: (input: UploadInput) => upload(core, input),
    press: ({ person, ...wanted }: acts.Press & { person: number }) =>
      acts.press(core, person, wanted),
    tap: ({ person, label }: { person: number; label: string }) => acts.tap(core, person, label),
    start: ({ person, payload }: { person: number; payload?: string }) =>
      acts.start(core, person, payload),
    block: ({ person }: { person: number }) => acts.block(core, person),
    unblock: ({ person, start }: { person: number; start?: boolean }) =>
      acts.unblock(core, person, start),
    edit: ({ person, message_id, text }: { person: number; message_id: number; text: string }) =>
      acts.edit(core, person, message_id, text),
    deactivate: ({ person }: { person: number }) => acts.deactivate(core, person),
    person: (id: number) => shownPerson(personOf(core, id)),
    messages: (person: number) =>
      [...personOf(core, person).messages.values()].map(({ message }) => message),
    screen: (id: number) => {
      const person = personOf(core, id);
      const { keyboard, toast, blocked, started, messages } = person;
      const shown = [...messages.values()].map(({ message }) => message);
      const commands = commandsFor(core.state, person);
      return { person: id, messages: shown, keyboard, commands, toast, blocked, started };
    },
    file: (id: string) => {
      const file = core.state.files.get(id);
      if (!file) throw new Error("there is no such file");
      return { name: file.name, type: file.type, bytes: file.bytes };
    },
  };
}

function updateControl(core: Core) {
  return {
    update: ({
      update,
    }: {
      update: Omit<Update, "update_id"> & { update_id?: number };
    }): Update => {
      const full = { ...update, update_id: update.update_id ?? core.state.nextUpdateId };
      core.state.nextUpdateId = Math.max(core.state.nextUpdateId, full.update_id + 1);
      queueUpdate(core, { update: full, key: "raw", expiresAt: nowMs(core) + 86_400_000 });
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
      const messages = [...personOf(of, person).messages.values()].filter((one) => one.fromBot);
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
    bot: ({ id, username }: { id?: number; username?: string }): void => {
      Object.assign(core.state.bot, id && { id }, username !== undefined && { username });
    },
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
      const people = [...core.state.people.values()].map(shownPerson);
      const bot = { id, username, first_name };
      return { bot, clock, upcoming, seq: core.events.seq(), people };
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
