import type { ConversationData, VersionedState } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Update } from "grammy/types";
import type { Connection } from "mongoose";
import type { Language } from "../bot/language.ts";
import type { Clock } from "../clock.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import { type PersonDocument, personSchema } from "./person-schema.ts";

const LEASE_MS = 60_000;
const RECENT_IDS = 50;
const EPOCH = new Date(0);

/** One chat, held by this process. What handlers change here is kept only by `commit`. */
export interface Claim {
  readonly chat: number;
  readonly version: number;
  readonly tries: number;
  readonly failed: number;
  readonly recent: readonly string[];
  log: VersionedState<ConversationData> | undefined;
  language: Language | undefined;
}

/** When the chat may be claimed again, and what is kept of the tries. */
export type Release = Required<Pick<PersonDocument, "notBefore" | "tries" | "failed">>;

export type People = ReturnType<typeof createPeople>;

/** The chats and who works on them: one winner a chat, over all processes. */
export function createPeople(
  connection: Connection,
  cipher: FieldCipher,
  clock: Clock,
  owner: string,
) {
  const people = modelOf(connection, "Person", personSchema, "people");
  const place = (_id: string) => ({ collection: "people", record: _id, field: "log" });
  const idOf = (chat: number) => `person:${chat}`;

  const read = (chat: number, found: PersonDocument): Claim => ({
    chat,
    version: found.version,
    tries: found.tries,
    // A build that knows nothing of failures set the tries back alone; none is a claim of this one.
    failed: Math.min(found.failed ?? 0, found.tries - 1),
    recent: found.recent,
    log: found.log
      ? (JSON.parse(cipher.open(place(found._id), found.log)) as VersionedState<ConversationData>)
      : undefined,
    language: found.language,
  });

  return {
    /** Takes the chat for a minute; undefined while it is held elsewhere or has to wait. */
    async claim(chat: number): Promise<Claim | undefined> {
      const now = clock.now();
      try {
        const found = await people.findOneAndUpdate(
          {
            _id: idOf(chat),
            notBefore: operators({ $lte: now }),
            $or: [{ until: operators({ $lte: now }) }, { owner }],
          },
          {
            $set: { owner, until: new Date(now.getTime() + LEASE_MS), seenAt: now },
            $inc: { version: 1, tries: 1 },
            $setOnInsert: { notBefore: EPOCH, recent: [], log: "" },
          },
          { upsert: true, returnDocument: "after", lean: true },
        );
        return found ? read(chat, found) : undefined;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },

    /**
     * Keeps the dialogue, marks the update as handled and lets the chat go, in one command.
     * False when the chat was lost meanwhile: then nothing of this claim may count.
     */
    async commit(claim: Claim, handled: string): Promise<boolean> {
      const _id = idOf(claim.chat);
      const log = claim.log ? cipher.seal(place(_id), JSON.stringify(claim.log)) : "";
      const recent = [...claim.recent, handled].slice(-RECENT_IDS);
      const language = claim.language && { language: claim.language };
      const done = await people.updateOne(
        { _id, owner, version: claim.version },
        {
          $set: { log, recent, tries: 0, failed: 0, until: EPOCH, ...language },
          $inc: { version: 1 },
        },
      );
      return done.matchedCount === 1;
    },

    /** Lets the chat go without keeping anything; a failed try waits until `notBefore`. */
    async release(claim: Claim, to: Release): Promise<void> {
      await people.updateOne(
        { _id: idOf(claim.chat), owner, version: claim.version },
        { $set: { until: EPOCH, ...to } },
      );
    },

    /** Keeps which training the person wants to join once they are registered. */
    async want(chat: number, training: string): Promise<void> {
      await people.updateOne({ _id: idOf(chat) }, { $set: { wants: training } });
    },

    async wantedBy(chat: number): Promise<string | undefined> {
      return (await people.findOne({ _id: idOf(chat) }).lean())?.wants;
    },

    /** The language the person chose, for messages that nobody's update asked for. */
    async languageOf(chat: number): Promise<Language | undefined> {
      const found = await people.findOne({ _id: idOf(chat) }).lean();
      return found?.language;
    },
  };
}

/** The claim under which an update is being handled. */
const claims = new WeakMap<Update, Claim>();

export function handleUnder(claim: Claim, update: Update): void {
  claims.set(update, claim);
}

/** Throws when the update did not come through the intake. */
export function claimOf(ctx: Context): Claim {
  const claim = claims.get(ctx.update);
  if (!claim) throw new Error("an update is handled without a claim of its chat");
  return claim;
}

/** Holds a dialogue's state back on the claim: it is written by `commit`, or not at all. */
export const heldBackStorage = {
  type: "context" as const,
  adapter: {
    read: (ctx: Context) => claimOf(ctx).log,
    write(ctx: Context, state: VersionedState<ConversationData>) {
      claimOf(ctx).log = state;
    },
    delete(ctx: Context) {
      claimOf(ctx).log = undefined;
    },
  },
};
