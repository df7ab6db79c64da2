import { randomBytes } from "node:crypto";
import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { isDuplicateKey, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { Answers, Consent, Field } from "./answers.ts";
import { draftSchema } from "./draft-schema.ts";

const KEPT_MS = 7 * 86_400_000;

export interface Draft {
  artisan: string;
  answers: Answers;
  /** Asked next although it may have an answer: the person went back to it. */
  asking: Field | undefined;
}

/** Who writes: the chat, and the version of its claim. */
export interface Writer {
  chat: number;
  version: number;
}

export type Drafts = ReturnType<typeof createDraftRepository>;

/** Answers as they are given, each stored at once and sealed on its own. */
export function createDraftRepository(connection: Connection, cipher: FieldCipher, clock: Clock) {
  const drafts = connection.model("Draft", draftSchema, "drafts");
  const idOf = (chat: number) => `draft:${chat}`;
  const place = (record: string, field: string) => ({ collection: "drafts", record, field });
  const expiry = () => new Date(clock.now().getTime() + KEPT_MS);

  async function write({ chat, version }: Writer, set: Record<string, unknown>): Promise<void> {
    await drafts.updateOne(
      {
        _id: idOf(chat),
        by: operators({ $lte: version }),
        expiresAt: operators({ $gt: clock.now() }),
      },
      { $set: { ...set, by: version, expiresAt: expiry() } },
    );
  }

  return {
    async read(chat: number): Promise<Draft | undefined> {
      const found = await drafts
        .findOne({ _id: idOf(chat), expiresAt: operators({ $gt: clock.now() }) })
        .lean<{ _id: string; artisan: string; answers: Record<string, string>; asking: string }>();
      if (!found) return undefined;
      const answers = Object.entries(found.answers)
        .filter(([, sealed]) => sealed)
        .map(([field, sealed]): [string, unknown] => [
          field,
          JSON.parse(cipher.open(place(found._id, field), sealed)),
        ]);
      return {
        artisan: found.artisan,
        answers: Object.fromEntries(answers),
        asking: (found.asking || undefined) as Field | undefined,
      };
    },

    /** Consent opens the draft; before it nothing about the person is stored. */
    async open({ chat, version }: Writer, consent: Consent): Promise<void> {
      const _id = idOf(chat);
      await drafts.deleteOne({ _id, expiresAt: operators({ $lte: clock.now() }) });
      const sealed = cipher.seal(place(_id, "consent"), JSON.stringify(consent));
      try {
        await drafts.create({
          _id,
          artisan: randomBytes(9).toString("base64url"),
          answers: { consent: sealed },
          by: version,
          expiresAt: expiry(),
        });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** Keeps one answer; the fields whose meaning hung on the old one are open again. */
    async keep(writer: Writer, field: Field, value: unknown, reopened: readonly Field[]) {
      const _id = idOf(writer.chat);
      await write(writer, {
        ...Object.fromEntries(reopened.map((open) => [`answers.${open}`, ""])),
        [`answers.${field}`]: cipher.seal(place(_id, field), JSON.stringify(value)),
        asking: "",
      });
    },

    /** Asks the field next; undefined: the first open one. */
    async ask(writer: Writer, field: Field | undefined): Promise<void> {
      await write(writer, { asking: field ?? "" });
    },

    /** A worker that slept past its claim drops nothing that was written since. */
    async drop({ chat, version }: Writer): Promise<void> {
      await drafts.deleteOne({ _id: idOf(chat), by: operators({ $lte: version }) });
    },
  };
}
