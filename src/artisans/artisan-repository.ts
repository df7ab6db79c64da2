import type { Connection, mongo } from "mongoose";
import type { Language } from "../bot/language.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { nameKeys } from "../doubles/name-sound.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { Artisan, Contact } from "./artisan.ts";
import {
  type ArtisanDocument,
  artisanSchema,
  SEALED_FIELDS,
  type SealedField,
} from "./artisan-schema.ts";
import { nameStarts } from "./name-search.ts";
import { UNCLAIMED } from "./claimed-record-repository.ts";
import type { Change } from "./record.ts";

export type Artisans = ReturnType<typeof createArtisanRepository>;

/** `added` also when this very record was added before. */
export type Added = "added" | "accountTaken" | "phoneTaken";

/** `stale`: a later worker of the same chat wrote meanwhile, or the record is gone or claimed. */
export type Changed = "changed" | "phoneTaken" | "stale";

/** The record that is changed, and by which right. */
interface Place {
  id: string;
  version: number;
  /** Telegram's id of who registered it, when it is not its owner who changes it. */
  registrar?: number;
  /** It is to be compared with others, and counts as not compared until that is said. */
  compare?: true;
}

/** A name that half a kecamatan bears is looked at so far and no further. */
const ALIKE_AT_MOST = 200;

export function createArtisanRepository(connection: Connection, cipher: FieldCipher) {
  const artisans = modelOf(connection, "Artisan", artisanSchema, "artisans");
  const place = (record: string, field: SealedField) => ({
    collection: "artisans",
    record,
    field,
  });

  function read({
    _id: id,
    phoneIndex: _,
    phoneKey: __,
    nameKeys: ___,
    startKeys: ______,
    inMerge: ____,
    by: _____,
    uncompared: _______,
    ...rest
  }: ArtisanDocument): Artisan {
    const opened = SEALED_FIELDS.flatMap((field): [string, unknown][] => {
      const sealed = rest[field];
      return sealed ? [[field, JSON.parse(cipher.open(place(id, field), sealed))]] : [];
    });
    return { id, ...rest, ...Object.fromEntries(opened) } as unknown as Artisan;
  }

  const keyOf = (number: string) => cipher.blindIndex(number);

  /** The fields as they are stored: sealed where they are to be, with the number's digest. */
  function stored(id: string, fields: Change): Record<string, unknown> {
    const { phone } = fields;
    const sealed = SEALED_FIELDS.filter((field) => field in fields).map((field) => {
      const value = fields[field];
      return [field, value && cipher.seal(place(id, field), JSON.stringify(value))] as const;
    });
    const index = phone?.verified ? keyOf(phone.number) : undefined;
    return {
      ...fields,
      ...Object.fromEntries(sealed),
      ...("phone" in fields && { phoneIndex: index, phoneKey: phone && keyOf(phone.number) }),
      ...(fields.name !== undefined && {
        nameKeys: nameKeys(fields.name),
        startKeys: nameStarts(fields.name),
      }),
    };
  }

  return {
    stored,

    /** A record as the program knows it, with its seals open. */
    read,

    async add(artisan: Artisan): Promise<Added> {
      try {
        const { id: _id, confirmedAt = artisan.registeredAt, ...fields } = artisan;
        await artisans.create({ _id, ...present(stored(_id, fields)), by: 0, confirmedAt });
        return "added";
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        const taken = (error as mongo.MongoServerError)["keyPattern"] as object;
        if ("_id" in taken) return "added";
        return "phoneIndex" in taken ? "phoneTaken" : "accountTaken";
      }
    },

    /**
     * Changes a record on behalf of its owner, or of its registrar while nobody has claimed it;
     * `version` is that of the chat's claim.
     */
    async change({ id, version, registrar, compare }: Place, change: Change): Promise<Changed> {
      const fields = stored(id, change);
      const gone = Object.keys(fields).filter((name) => fields[name] === undefined);
      try {
        const done = await artisans.updateOne(
          {
            _id: id,
            by: operators({ $lte: version }),
            ...(registrar !== undefined && { ...UNCLAIMED, "registrar.telegram": registrar }),
          },
          {
            $set: { ...present(fields), by: version, ...(compare && { uncompared: version }) },
            ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
          },
        );
        return done.matchedCount ? "changed" : "stale";
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return "phoneTaken";
      }
    },

    async byId(id: string): Promise<Artisan | undefined> {
      const found = await artisans.findOne({ _id: id }).lean<ArtisanDocument>();
      return found ? read(found) : undefined;
    },

    async byTelegram(telegram: number): Promise<Artisan | undefined> {
      const found = await artisans.findOne({ telegram }).lean<ArtisanDocument>();
      return found ? read(found) : undefined;
    },

    /** Others that may be of the same person, found by index: the same number, or a close name. */
    async alike({ id, name, kecamatan, phone }: Artisan): Promise<Artisan[]> {
      const other = { _id: operators({ $ne: id }), state: operators({ $ne: "merged" as const }) };
      const look = (filter: Record<string, unknown>) =>
        artisans
          .find({ ...other, ...filter })
          .limit(ALIKE_AT_MOST)
          .lean<ArtisanDocument[]>();
      const found = [
        ...(phone ? await look({ phoneKey: keyOf(phone.number) }) : []),
        ...(await look({ kecamatan, nameKeys: operators({ $in: nameKeys(name) }) })),
      ];
      return [...new Map(found.map((one) => [one._id, one])).values()].map(read);
    },

    /** What notices need of these artisans; ids that are gone are left out. */
    async contacts(ids: readonly string[]): Promise<Contact[]> {
      const found = await artisans
        .find({ _id: operators({ $in: [...ids] }) })
        .select("name telegram language unreachable pausedAt leaving ticks state")
        .lean<ArtisanDocument[]>();
      return found.map(({ _id: id, name, telegram, language, ...rest }) => ({
        id,
        name,
        language,
        ...(telegram !== undefined && { chat: telegram }),
        reachable: telegram !== undefined && !rest.unreachable,
        noticesPaused: rest.pausedAt !== undefined || rest.leaving !== undefined,
        news: rest.ticks?.news !== undefined && !["merged", "declined"].includes(rest.state),
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

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
