import { conversations, createConversation } from "@grammyjs/conversations";
import { Bot } from "grammy";
import { dialogue } from "../../../scenes/ask.ts";
import type { Offer, Script } from "../../../scenes/script.ts";
import type { BotContext } from "../../../src/bot/context.ts";
import { scope } from "../../../src/bot/scope.ts";
import { type Claim, handleUnder, heldBackStorage } from "../../../src/intake/person-state.ts";
import type { Services } from "../../../src/services.ts";
import { cannedClient, ME, TOKEN, type Way } from "./chat.ts";
import { createSampleTexts, type Form, type Sample } from "./sample.ts";

/** How an answer, or the dialogue's log, becomes what is written. */
export interface Codec {
  pack(value: unknown, place: string): string;
  unpack(packed: string, place: string): unknown;
}

export const asJson: Codec = {
  pack: (value) => JSON.stringify(value),
  unpack: (packed) => JSON.parse(packed) as unknown,
};

export interface Ours extends Way {
  /** What is kept of an answer. */
  answer(chat: number, field: string): string;
}

/** The project's dialogue as its bot runs it, but with drafts and logs kept in memory. */
export function createOurs({ questions }: Form, codec: Codec): Ours {
  const logs = new Map<number, string>();
  const drafts = new Map<number, Map<string, string>>();
  const offers = new Map<number, Offer>();
  const script = memoryScript();
  const bot = new Bot<BotContext>(TOKEN, { botInfo: ME, client: cannedClient });
  bot.use(
    scope(createSampleTexts()),
    conversations({ storage: heldBackStorage }),
    // No question of the form looks at a service.
    createConversation(dialogue(script, {} as Services), { id: script.id }),
  );
  bot.command("daftar", (ctx) => ctx.conversation.enter(script.id));

  function memoryScript(): Script<Sample> {
    const done = () => Promise.resolve();
    return {
      id: "sample.1",
      questions,
      load(ctx) {
        const kept = [...(drafts.get(ctx.person) ?? [])];
        const answers = kept.map(([field, packed]) => [field, codec.unpack(packed, field)]);
        return Promise.resolve({
          answers: Object.fromEntries(answers) as Sample,
          offered: offers.get(ctx.person),
        });
      },
      keep(ctx, { field, value }) {
        const draft = drafts.get(ctx.person) ?? new Map<string, string>();
        drafts.set(ctx.person, draft.set(field, codec.pack(value, field)));
        return done();
      },
      offer(ctx, offer) {
        offers.set(ctx.person, offer);
        return done();
      },
      askNext: done,
      drop: done,
      finish: ({ speech }) => Promise.resolve(speech.html("ask-saved")),
      saved: ({ speech }) => speech.html("ask-saved"),
    };
  }

  return {
    async handle(update) {
      const chat = update.message?.chat.id ?? 0;
      const kept = logs.get(chat);
      const log = kept === undefined ? undefined : (codec.unpack(kept, "log") as Claim["log"]);
      const claim: Claim = { chat, version: 1, tries: 1, recent: [], log, language: undefined };
      handleUnder(claim, update);
      await bot.handleUpdate(update);
      if (claim.log) logs.set(chat, codec.pack(claim.log, "log"));
    },
    state: (chat) => logs.get(chat) ?? "",
    answer: (chat, field) => drafts.get(chat)?.get(field) ?? "",
  };
}
