import { without } from "../args.ts";
import * as commands from "./commands.ts";
import * as files from "./files.ts";
import * as production from "./production.ts";
import type { Method } from "./sending.ts";
import * as start from "./start.ts";
import * as talk from "./talk.ts";

const listed = without(commands, "commandsFor");
const talking = without(talk, "edit");

/** The methods the stand-in offers: the fence against growth. Names in any case. */
export const methods: ReadonlyMap<string, { name: string; run: Method }> = new Map(
  Object.entries<Method>({ ...start, ...talking, ...listed, ...files, ...production }).map(
    ([name, run]) => [name.toLowerCase(), { name, run }],
  ),
);
