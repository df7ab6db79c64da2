import type { Connection, mongo } from "mongoose";
import type { Language } from "../bot/language.ts";
import { isDuplicateKey, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { PhoneAnswer } from "./answers.ts";
import type { Artisan, Contact } from "./artisan.ts";
import { type ArtisanDocument, artisanSchema } from "./artisan-schema.ts";

export type Artisans = ReturnType<typeof createArtisanRepository>;

/** `added` also when this very record was added before. */
export type Added = "added" | "accountTaken" | "phoneTaken";

export function createArtisanRepository(connection: Connection, cipher: FieldCipher) {
  const artisans = connection.model("Artisan", artisanSchema, "artisans");
  const place = (record: string) => ({ collection: "artisans", record, field: "phone" });

  function read({ _id: id, phone, phoneIndex: _, ...rest }: ArtisanDocument): Artisan {
    const opened = phone && (JSON.parse(cipher.open(place(id), phone)) as PhoneAnswer);
    return { id, ...rest, ...(opened && { phone: opened }) };
  }

  function write({ id: _id, phone, ...rest }: Artisan): ArtisanDocument {
    if (!phone) return { _id, ...rest };
    const sealed = cipher.seal(place(_id), JSON.stringify(phone));
    const index = phone.verified && { phoneIndex: cipher.blindIndex(phone.number) };
    return { _id, ...rest, phone: sealed, ...index };
  }

  return {
    async add(artisan: Artisan): Promise<Added> {
      try {
        await artisans.create(write(artisan));
        return "added";
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const taken = (error as mongo.MongoServerError)["keyPattern"] as object;
        if ("_id" in taken) return "added";
        return "phoneIndex" in taken ? "phoneTaken" : "accountTaken";
      }
    },

    async byTelegram(telegram: number): Promise<Artisan | undefined> {
      const found = await artisans.findOne({ telegram }).lean<ArtisanDocument>();
      return found ? read(found) : undefined;
    },

    /** What notices need of these artisans; ids that are gone are left out. */
    async contacts(ids: readonly string[]): Promise<Contact[]> {
      const found = await artisans
        .find({ _id: operators({ $in: [...ids] }) })
        .select("name telegram language unreachable")
        .lean<Pick<ArtisanDocument, "_id" | "name" | "telegram" | "language" | "unreachable">[]>();
      return found.map(({ _id: id, name, telegram, language, unreachable }) => ({
        id,
        name,
        language,
        ...(telegram !== undefined && { chat: telegram }),
        reachable: telegram !== undefined && !unreachable,
        noticesPaused: false,
      }));
    },

    async setLanguage(telegram: number, language: Language): Promise<void> {
      await artisans.updateOne({ telegram }, { $set: { language } });
    },

    async markUnreachable(id: string, reason: string, at: Date): Promise<void> {
      await artisans.updateOne({ _id: id }, { $set: { unreachable: { reason, at } } });
    },

    /** Any message of theirs shows that they can be reached again. */
    async markReachable(telegram: number): Promise<void> {
      await artisans.updateOne(
        { telegram, unreachable: operators({ $exists: true }) },
        { $unset: { unreachable: 1 } },
      );
    },
  };
}
