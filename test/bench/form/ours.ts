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

/** How an answer, or the dialogue's log, is packed before all is written as JSON. */
export interface Codec {
  pack(value: unknown, place: string): unknown;
  unpack(packed: unknown, place: string): unknown;
}

export const asJson: Codec = { pack: (value) => value, unpack: (packed) => packed };

export interface Ours extends Way {
  /** What is kept of an answer; "null" when it was not given. */
  answer(chat: number, field: string): string;
}

/** The project's dialogue as its bot runs it, but with drafts and logs kept in memory. */
export function createOurs({ questions }: Form, codec: Codec): Ours {
  const logs = new Map<number, string>();
  const drafts = new Map<number, string>();
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
        const answers = draftOf(ctx.person);
        for (const field in answers) answers[field] = codec.unpack(answers[field], field);
        return Promise.resolve({
          answers,
          offered: offers.get(ctx.person),
        });
      },
      keep(ctx, { field, value }) {
        const draft = draftOf(ctx.person);
        draft[field] = codec.pack(value, field);
        drafts.set(ctx.person, JSON.stringify(draft));
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

  function draftOf(chat: number): Sample {
    return JSON.parse(drafts.get(chat) ?? "{}") as Sample;
  }

  return {
    async handle(update) {
      const chat = update.message?.chat.id ?? 0;
      const kept = logs.get(chat);
      const log = kept && (codec.unpack(JSON.parse(kept), "log") as Claim["log"]);
      const claim: Claim = {
        chat,
        version: 1,
        tries: 1,
        failed: 0,
        recent: [],
        log: log || undefined,
        language: undefined,
      };
      handleUnder(claim, update);
      await bot.handleUpdate(update);
      if (claim.log) logs.set(chat, JSON.stringify(codec.pack(claim.log, "log")));
    },
    state: (chat) => logs.get(chat) ?? "",
    answer: (chat, field) => JSON.stringify(draftOf(chat)[field] ?? null),
  };
}
