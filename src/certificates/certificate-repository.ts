import type { Connection } from "mongoose";
import { newCode } from "../codes.ts";
import { isDuplicateKey, modelOf } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import {
  CERTIFICATE_CODE_LENGTH,
  type CertificateState,
  type Ended,
  type IssuedCertificate,
} from "./certificate.ts";
import { type CertificateDocument, certificateSchema } from "./certificate-schema.ts";

/** A code in a billion is taken already. */
const CODE_TRIES = 5;

type Place = Pick<IssuedCertificate, "training" | "artisan" | "edition">;

/** The certificates of all trainings. */
export function createCertificates(connection: Connection, cipher: FieldCipher) {
  const certificates = modelOf(connection, "Certificate", certificateSchema, "certificates");
  const place = (record: string) => ({ collection: "certificates", record, field: "name" });
  /** The same edition has the same id at every try; it leads to nobody without the key. */
  const idOf = ({ training, artisan, edition }: Place) =>
    `cert:${cipher.blindIndex(`certificate ${training}:${artisan}:${edition}`).slice(0, 24)}`;
  const read = ({ _id: id, name, ...rest }: CertificateDocument): IssuedCertificate => ({
    ...{ id, ...rest },
    ...(name !== undefined && { name: JSON.parse(cipher.open(place(id), name)) as string }),
  });
  const found = async (filter: Record<string, unknown>): Promise<IssuedCertificate[]> =>
    (
      await certificates.find(filter).sort({ edition: 1, _id: 1 }).lean<CertificateDocument[]>()
    ).map(read);

  return {
    /** Repeatable: an edition that is there stays as it is, with its code. */
    async issue(
      fresh: Omit<IssuedCertificate, "id" | "code" | "state" | "nameless"> & { name: string },
    ): Promise<void> {
      const _id = idOf(fresh);
      const kept = {
        ...fresh,
        name: cipher.seal(place(_id), JSON.stringify(fresh.name)),
        state: "valid" as const,
      };
      for (let left = CODE_TRIES; ; left -= 1) {
        try {
          const code = newCode(CERTIFICATE_CODE_LENGTH);
          await certificates.create({ _id, ...kept, code });
          return;
        } catch (error) {
          if (!isDuplicateKey(error) || left === 0) throw error;
          if (await certificates.exists({ _id })) return;
        }
      }
    },

    /** It holds no more; false where it did not before: what was revoked or replaced before stays so. */
    async end(
      id: string,
      state: Exclude<CertificateState, "valid">,
      ended: Ended,
    ): Promise<boolean> {
      const set = { $set: { state, ended } };
      return (await certificates.updateOne({ _id: id, state: "valid" }, set)).matchedCount === 1;
    },

    /** All of a training, whatever became of them; earliest editions first. */
    of: (training: string): Promise<IssuedCertificate[]> => found({ training }),

    /** Those of one artisan that hold. */
    ofArtisan: (artisan: string): Promise<IssuedCertificate[]> =>
      found({ artisan, state: "valid" }),

    /** So many trainings have certificates, whatever became of them. */
    async countTrainings(): Promise<number> {
      const all = await certificates.find({}).select("training").lean<{ training: string }[]>();
      return new Set(all.map(({ training }) => training)).size;
    },

    async byCode(code: string): Promise<IssuedCertificate | undefined> {
      return (await found({ code }))[0];
    },
  };
}
