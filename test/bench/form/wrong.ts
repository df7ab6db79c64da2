import type { Figure } from "../figures.ts";
import { newChats, open, say } from "./chat.ts";
import { asJson, createOurs } from "./ours.ts";
import { createForm } from "./sample.ts";

const TIMES = 50;

/** What is kept of a dialogue before and after wrong answers, and that the right one is taken. */
export async function formWrong(): Promise<Figure[]> {
  const form = createForm(10);
  const ours = createOurs(form, asJson);
  const chats = newChats(1);
  const [chat = 0] = chats;
  await open(ours, chats);
  const before = ours.state(chat).length;
  await say(ours, chats, Array<string>(TIMES).fill(form.wrong));
  const after = ours.state(chat).length;
  await say(ours, chats, form.typed.slice(0, 1));
  if (ours.answer(chat, form.questions[0]?.field ?? "") === "null")
    throw new Error("the answer was not taken");
  return [
    { name: "form.wrong.before", value: before, unit: "bytes" },
    { name: "form.wrong.after", value: after, unit: "bytes" },
    { name: "form.wrong.growth", value: after - before, unit: "bytes", atMost: 0 },
  ];
}
