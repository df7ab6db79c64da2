import type { Figure } from "../figures.ts";
import { cpuOf, figureOf, inRounds, ratios, sideBySide } from "../rounds.ts";
import { createByHand } from "./by-hand.ts";
import { newChats, open, ROUNDS, say, type Way } from "./chat.ts";
import { asJson, createOurs } from "./ours.ts";
import { createPlain } from "./plain.ts";
import { createForm, type Form } from "./sample.ts";
import { createWizard } from "./wizard.ts";

/** How many chats fill in the form, by the length of the form; and how much of plain ours may cost. */
const SIZES = [
  { count: 10, chats: 40, mostOfPlain: 0.7 },
  { count: 40, chats: 10, mostOfPlain: 0.35 },
];
const MOST_BY_HAND = 3.5;

/**
 * The same form, texts, readers, calls and kind of storage (JSON in memory) by the project's
 * dialogue, a plain conversation, telegraf's wizard and a step machine by hand: CPU time of an
 * answer, over the whole form.
 */
export async function formPeers(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { count, chats, mostOfPlain } of SIZES) {
    const form = createForm(count);
    const ways = {
      ours: createOurs(form, asJson),
      plain: createPlain(form),
      wizard: await createWizard(form),
      hand: createByHand(form),
    };
    const fill = (way: Way) => () => fillIn(way, form, chats);
    const round = sideBySide({
      ours: fill(ways.ours),
      plain: fill(ways.plain),
      wizard: fill(ways.wizard),
      hand: fill(ways.hand),
    });
    for (let warm = 0; warm < 2; warm += 1) await round(warm);
    const { values, noisy } = await inRounds(round, [], ROUNDS);
    const name = (what: string) => `form.peers.${what}.${count}`;
    const cost = (way: keyof typeof ways) =>
      figureOf({ name: name(way), unit: "µs", noisy }, values[way]);
    const times = { unit: "×", digits: 2, noisy };
    figures.push(
      ...[cost("ours"), cost("plain"), cost("wizard"), cost("hand")],
      figureOf(
        { ...times, name: name("ours/plain"), atMost: mostOfPlain },
        ratios(values.ours, values.plain),
      ),
      figureOf(
        { ...times, name: name("ours/hand"), atMost: MOST_BY_HAND },
        ratios(values.ours, values.hand),
      ),
    );
  }
  return figures;
}

async function fillIn(way: Way, form: Form, count: number): Promise<number> {
  const chats = newChats(count);
  await open(way, chats);
  const middle = form.typed.length >> 1;
  return cpuOf(count * form.typed.length, async () => {
    await say(way, chats, form.typed.slice(0, middle));
    for (const chat of chats) if (!way.state(chat)) throw new Error("a dialogue was lost");
    await say(way, chats, form.typed.slice(middle));
  });
}
