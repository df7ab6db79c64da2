import { randomBytes } from "node:crypto";
import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { crash } from "../crash.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import { RETENTION } from "../privacy/retention.ts";
import type { Answers } from "./answers.ts";
import type { DraftKind } from "./draft-kind.ts";
import { type DraftDocument, draftSchema } from "./draft-schema.ts";

const KEPT_MS = RETENTION.draftDays * 86_400_000;

/** What the buttons of a message offered when an answer left a doubt. */
export interface Offered {
  field: string;
  message: number;
  values: string[];
}

export interface Draft<Form = Answers> {
  /** The id of the record that the answers are for. */
  artisan: string;
  answers: Form;
  /** Fields that were opened again and are not answered yet. */
  reopened: (keyof Form & string)[];
  /** Asked next although it may have an answer: the person went back to it. */
  asking: (keyof Form & string) | undefined;
  offered: Offered | undefined;
}

type FieldOf<Form> = keyof Form & string;

/** Who writes: the chat, and the version of its claim. */
export interface Writer {
  chat: number;
  version: number;
}

export type Drafts<Form extends object = Answers> = ReturnType<typeof createDraftRepository<Form>>;

/**
 * Answers as they are given, each stored at once and sealed on its own: those of a registration
 * ("draft", "behalf"), or of a talk about changes of a record ("change", "correct").
 */
export function createDraftRepository<Form extends object = Answers>(
  connection: Connection,
  cipher: FieldCipher,
  clock: Clock,
  kind: DraftKind = "draft",
) {
  const drafts = modelOf(connection, "Draft", draftSchema, "drafts");
  const idOf = (chat: number) => `${kind}:${chat}`;
  const place = (record: string, field: string) => ({ collection: "drafts", record, field });
  const expiry = () => new Date(clock.now().getTime() + KEPT_MS);
  const seal = (_id: string, field: string, value: unknown) =>
    cipher.seal(place(_id, field), JSON.stringify(value));

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

  function read({ _id, artisan, asking, offered, ...rest }: Stored): Draft<Form> {
    const fields = Object.entries(rest.answers);
    const open = (field: string, sealed: string): unknown =>
      JSON.parse(cipher.open(place(_id, field), sealed));
    return {
      artisan,
      answers: Object.fromEntries(
        fields.flatMap(([field, sealed]) => (sealed ? [[field, open(field, sealed)]] : [])),
      ) as Form,
      reopened: fields.flatMap(([field, sealed]) => (sealed ? [] : [field as FieldOf<Form>])),
      asking: (asking || undefined) as FieldOf<Form> | undefined,
      offered: offered ? (open("offered", offered) as Offered) : undefined,
    };
  }

  return {
    async read(chat: number): Promise<Draft<Form> | undefined> {
      const found = await drafts
        .findOne({ _id: idOf(chat), expiresAt: operators({ $gt: clock.now() }) })
        .lean<Stored>();
      return found ? read(found) : undefined;
    },

    /**
     * Begins with these answers, unless it began before. Of a registration the first answer is
     * the consent: before it nothing about the person is stored. Reopened fields are asked.
     */
    async open(
      { chat, version }: Writer,
      answers: Form,
      {
        artisan = randomBytes(9).toString("base64url"),
        reopened = [] as readonly FieldOf<Form>[],
      } = {},
    ): Promise<void> {
      const _id = idOf(chat);
      await drafts.deleteOne({ _id, expiresAt: operators({ $lte: clock.now() }) });
      const sealed = Object.entries(answers).map(([field, value]) => [
        field,
        seal(_id, field, value),
      ]);
      const open = reopened.map((field) => [field, ""]);
      try {
        await drafts.create({
          _id,
          artisan,
          answers: Object.fromEntries([...sealed, ...open]) as Record<string, string>,
          by: version,
          expiresAt: expiry(),
        });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /**
     * Keeps one answer; the fields whose meaning hung on the old one are open again. With
     * `stillOpen` the field is asked on; nothing ticked is no answer.
     */
    async keep(
      writer: Writer,
      field: FieldOf<Form>,
      value: unknown,
      {
        reopened = [],
        stillOpen = false,
      }: { reopened?: readonly FieldOf<Form>[]; stillOpen?: boolean } = {},
    ): Promise<void> {
      const none = Array.isArray(value) && value.length === 0;
      await write(writer, {
        ...Object.fromEntries(reopened.map((open) => [`answers.${open}`, ""])),
        [`answers.${field}`]: none ? "" : seal(idOf(writer.chat), field, value),
        asking: stillOpen ? field : "",
        offered: "",
      });
      crash("draft-written");
    },

    /** Remembers what was offered, until the next answer. */
    async offer(writer: Writer, offered: Offered): Promise<void> {
      await write(writer, { offered: seal(idOf(writer.chat), "offered", offered) });
    },

    /** Asks the field next; undefined: the first open one. */
    async ask(writer: Writer, field: FieldOf<Form> | undefined): Promise<void> {
      await write(writer, { asking: field ?? "", offered: "" });
    },

    /** A worker that slept past its claim drops nothing that was written since. */
    async drop({ chat, version }: Writer): Promise<void> {
      await drafts.deleteOne({ _id: idOf(chat), by: operators({ $lte: version }) });
    },
  };
}

/** As it comes from the database: a map of answers is a plain object there. */
type Stored = Omit<DraftDocument, "answers"> & { answers: Record<string, string> };
