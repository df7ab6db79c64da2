import type { Update } from "grammy/types";
import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { isOnlyDuplicateKeys, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import { maskIdentityNumbers } from "./identity-numbers.ts";
import { type InboxDocument, inboxSchema } from "./inbox-schema.ts";

/** The kinds of update that are asked for and handled. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

/** An update in hand: stored, and not yet known to be handled. */
export interface Row {
  id: number;
  chat: number;
  update: Update;
}

export type Inbox = ReturnType<typeof createInbox>;

/** Where every update rests from the moment it is fetched until its work is committed. */
export function createInbox(connection: Connection, cipher: FieldCipher, clock: Clock) {
  const rows = modelOf(connection, "Inbox", inboxSchema, "inbox");
  const place = (_id: string) => ({ collection: "inbox", record: _id, field: "json" });
  const read = (row: InboxDocument): Row => ({
    id: row.update,
    chat: row.chat,
    update: JSON.parse(cipher.open(place(row._id), row.json)) as Update,
  });

  return {
    /**
     * Stores a batch; an update that is there already is left alone. Throws when any was not
     * stored, so that the batch is not confirmed to Telegram. Identity numbers in it are masked.
     */
    async store(updates: readonly Update[]): Promise<Row[]> {
      const taken = updates.flatMap((update) => {
        const chat = chatOf(update);
        if (chat === undefined) return [];
        return [{ id: update.update_id, chat, update: maskIdentityNumbers(update) }];
      });
      const documents = taken.map(({ id, chat, update }) => ({
        _id: `upd:${id}`,
        chat,
        update: id,
        at: clock.now(),
        state: "new" as const,
        json: cipher.seal(place(`upd:${id}`), JSON.stringify(update)),
      }));
      if (documents.length) await insertNew(documents);
      return taken;
    },

    /** Open rows, oldest first; with a time, only those that came in before it. */
    async open(limit: number, before?: Date): Promise<Row[]> {
      const age = before ? { at: operators({ $lt: before }) } : {};
      const found = await rows
        .find({ state: "new", ...age })
        .sort({ update: 1, _id: 1 })
        .limit(limit)
        .lean();
      return found.map(read);
    },

    /** The oldest open row of the chat that came before this one, if there is one. */
    async olderThan(row: Row): Promise<Row | undefined> {
      const [older] = await rows
        .find({ chat: row.chat, state: "new", update: operators({ $lt: row.id }) })
        .sort({ update: 1, _id: 1 })
        .limit(1)
        .lean();
      return older && read(older);
    },

    /** When the open update came in that is first in order; all but always that is the oldest. */
    async oldestAt(): Promise<Date | undefined> {
      const [oldest] = await rows
        .find({ state: "new" })
        .sort({ update: 1, _id: 1 })
        .limit(1)
        .select({ at: 1 })
        .lean();
      return oldest?.at;
    },

    /** Whether an update that came in before this moment still waits. */
    hasWaitedSince: async (before: Date): Promise<boolean> =>
      (await rows.exists({ state: "new", at: operators({ $lt: before }) })) !== null,

    async remove(id: number): Promise<void> {
      await rows.deleteOne({ _id: `upd:${id}` });
    },

    async park(id: number): Promise<void> {
      await rows.updateOne({ _id: `upd:${id}` }, { $set: { state: "parked" } });
    },

    /** How many updates were given up: the figure behind the alarm. */
    parked: () => rows.countDocuments({ state: "parked" }),
  };

  async function insertNew(documents: InboxDocument[]): Promise<void> {
    try {
      await rows.insertMany(documents, { ordered: false, throwOnValidationError: true });
    } catch (error) {
      if (!isOnlyDuplicateKeys(error)) throw error;
    }
  }
}

/** The chat an update belongs to, so that a person's texts and taps wait for one another. */
export function chatOf(update: Update): number | undefined {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const from = update.callback_query?.from ?? update.my_chat_member?.from;
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? from?.id;
}
