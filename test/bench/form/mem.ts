import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Figure } from "../figures.ts";
import { newChats, open, say } from "./chat.ts";
import { createOurs } from "./ours.ts";
import { sealed } from "./flat.ts";
import { createForm } from "./sample.ts";

const PEOPLE = 10_000;
const MOST_BYTES = 2_048;

/** What one person who stopped half-way holds of the heap, logs and drafts kept in it. */
export async function formMem(): Promise<Figure[]> {
  const form = createForm(10);
  const ours = createOurs(form, sealed());
  const half = form.typed.slice(0, form.typed.length / 2);
  const stop = async (chats: number[]) => {
    await open(ours, chats);
    await say(ours, chats, half);
  };
  await stop(newChats(500));
  const before = heapBytes();
  await stop(newChats(PEOPLE));
  const person = Math.round((heapBytes() - before) / PEOPLE);
  return [{ name: "form.mem", value: person, unit: "bytes", atMost: MOST_BYTES }];
}

function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let times = 0; times < 3; times += 1) collect();
  return process.memoryUsage().heapUsed;
}
