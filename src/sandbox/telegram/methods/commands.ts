import type { BotCommand } from "grammy/types";

import { type Args, type Fields, isObject } from "../args.ts";
import type { Core } from "../core.ts";
import { bad, texts } from "../errors.ts";
import { knownChat } from "../rooms.ts";
import type { Person, State } from "../state.ts";
import { countSigns } from "../text.ts";
import type { MethodCall } from "./sending.ts";

/** The list for a scope and language. No `commands` at all clears it and succeeds. [BA] */
export function setMyCommands({ core, args }: MethodCall): true {
  const commands = readCommands(args);
  const key = listKey(core, args);
  return changeLists(core, () => {
    if (commands.length > 0) core.state.commands.set(key, commands);
    else core.state.commands.delete(key);
  });
}

export const getMyCommands = ({ core, args }: MethodCall): BotCommand[] =>
  core.state.commands.get(listKey(core, args)) ?? [];

export function deleteMyCommands({ core, args }: MethodCall): true {
  const key = listKey(core, args);
  return changeLists(core, () => core.state.commands.delete(key));
}

/** The first scope and language that has a list wins; lists are not merged. [DOC] */
export function commandsFor(state: State, person: Person): BotCommand[] {
  const scopes = [`chat:${person.id}`, "all_private_chats", "default"];
  const keys = scopes.flatMap((scope) => [`${scope}|${person.language_code}`, `${scope}|`]);
  return keys.map((key) => state.commands.get(key)).find((list) => list !== undefined) ?? [];
}

function changeLists(core: Core, act: () => void): true {
  const people = [...core.state.people.values()];
  const before = people.map((person) => JSON.stringify(commandsFor(core.state, person)));
  act();
  people.forEach((person, index) => {
    const commands = commandsFor(core.state, person);
    if (JSON.stringify(commands) === before[index]) return;
    core.events.emit("commands", { person: person.id, commands });
  });
  return true;
}

function readCommands(args: Args): BotCommand[] {
  if (args.text("commands") === "") return [];
  const given = args.json("commands");
  if (!Array.isArray(given)) throw bad(texts.commandsArray);
  const commands = given.map((raw) => readCommand(isObject(raw) ? raw : {}));
  if (commands.length > 100) throw bad(texts.manyCommands);
  return commands;
}

/** A leading `/` and outer spaces are cut. [TD BotCommand.cpp] */
function readCommand(raw: Fields): BotCommand {
  const field = (name: string) => {
    const value = raw[name];
    if (typeof value !== "string") throw bad(texts.commandField(name));
    return value.trim();
  };
  const command = field("command").replace(/^\//, "").trim();
  const description = field("description");
  if (command === "") throw bad(texts.noCommand);
  if (countSigns(command) > 32) throw bad(texts.longCommand);
  if (description === "") throw bad(texts.noCommandText);
  if (countSigns(description) > 256) throw bad(texts.longCommandText);
  if (!/^[a-z0-9_]+$/.test(command)) throw bad(texts.badCommand);
  return { command, description };
}

const chatless = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];

function listKey(core: Core, args: Args): string {
  const scope = args.json("scope");
  const type = isObject(scope) ? String(scope["type"]) : "default";
  const language = args.text("language_code");
  if (chatless.includes(type)) return `${type}|${language}`;
  if (type !== "chat" || !isObject(scope)) throw bad(texts.badScope);
  const given = scope["chat_id"];
  const id = typeof given === "number" || typeof given === "string" ? String(given) : "";
  return `chat:${knownChat(core, id, "members").id}|${language}`;
}
