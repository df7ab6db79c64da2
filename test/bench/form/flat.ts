import { createFieldCipher } from "../../../src/privacy/field-cipher.ts";
import type { Figure } from "../figures.ts";
import { cpuOf, figureOf, inRounds, ratios } from "../rounds.ts";
import { newChats, open, ROUNDS, say } from "./chat.ts";
import { asJson, type Codec, createOurs } from "./ours.ts";
import { BLOCK, createForm } from "./sample.ts";

const COUNTS = [10, 20, 40];
const CHATS = 40;
const MOST_BYTES = { state: 1_024, written: 1_536 };

/**
 * What an answer costs at the beginning and at the end of a form: CPU time, and bytes as the
 * program writes them, sealed. What opening the sealed answers adds, all of them for every
 * answer, is a matter of drafts and not of the dialogue: `form.flat.sealed` shows it.
 */
export async function formFlat(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of COUNTS) {
    const { first, last, noisy } = await measure(count, asJson);
    const name = (what: string) => `form.flat.${what}.${count}`;
    const ratio = { name: name("ratio"), unit: "×", digits: 2, atMost: 1.2, noisy };
    figures.push(
      figureOf({ name: name("first"), unit: "µs", noisy }, first),
      figureOf({ name: name("last"), unit: "µs", noisy }, last),
      figureOf(ratio, ratios(last, first)),
      ...(await bytesOf(count)),
    );
  }
  const most = COUNTS.at(-1) ?? 0;
  const { first, last, noisy } = await measure(most, sealed());
  const ratio = { name: `form.flat.sealed.${most}`, unit: "×", digits: 2, noisy };
  return [...figures, figureOf(ratio, ratios(last, first))];
}

/** The first and the last answers of the same chats, in each round of other chats. */
async function measure(count: number, codec: Codec) {
  const form = createForm(count);
  const ours = createOurs(form, codec);
  const round = async () => {
    const chats = newChats(CHATS);
    await open(ours, chats);
    const answers = CHATS * BLOCK;
    const first = await cpuOf(answers, () => say(ours, chats, form.typed.slice(0, BLOCK)));
    await say(ours, chats, form.typed.slice(BLOCK, -BLOCK));
    const last = await cpuOf(answers, () => say(ours, chats, form.typed.slice(-BLOCK)));
    return { first, last };
  };
  for (let warm = 0; warm < 80; warm += count) await round();
  const { values, noisy } = await inRounds(round, [], ROUNDS);
  return { ...values, noisy };
}

/** The most over all answers. */
async function bytesOf(count: number): Promise<Figure[]> {
  const form = createForm(count);
  const ours = createOurs(form, sealed());
  const [chat = 0] = newChats(1);
  await open(ours, [chat]);
  let [state, written] = [0, 0];
  for (const [at, typed] of form.typed.entries()) {
    await say(ours, [chat], [typed]);
    const answer = ours.answer(chat, form.questions[at]?.field ?? "");
    if (answer === "null") throw new Error(`"${typed}" was not taken`);
    const log = ours.state(chat).length;
    [state, written] = [Math.max(state, log), Math.max(written, log + answer.length)];
  }
  const name = (what: string) => `form.flat.${what}.${count}`;
  return [
    { name: name("state"), value: state, unit: "bytes", atMost: MOST_BYTES.state },
    { name: name("written"), value: written, unit: "bytes", atMost: MOST_BYTES.written },
  ];
}

/** As the program writes drafts and logs. */
export function sealed(): Codec {
  const cipher = createFieldCipher([{ id: "k1", hex: "5a".repeat(32) }]);
  const place = (field: string) => ({ collection: "drafts", record: "draft:5000000001", field });
  return {
    pack: (value, field) => cipher.seal(place(field), JSON.stringify(value)),
    unpack: (packed, field) => JSON.parse(cipher.open(place(field), String(packed))) as unknown,
  };
}
