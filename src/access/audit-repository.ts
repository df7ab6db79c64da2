import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import { type AuditEntry, type AuditLine, hashOf } from "./audit-line.ts";
import {
  type AuditDocument,
  auditHeadSchema,
  auditSchema,
  HEAD,
  readLine,
} from "./audit-schema.ts";

/** Who did, saw or tried what. Lines are only added; each carries the hash of the one before. */
export function createAudit(connection: Connection, cipher: FieldCipher, clock: Clock) {
  const lines = modelOf(connection, "AuditLine", auditSchema, "audit");
  const heads = modelOf(connection, "AuditHead", auditHeadSchema, "auditHeads");
  /** One line after another in this process; other processes are met by the number. */
  let queue: Promise<unknown> = Promise.resolve();

  const tokenOf = (telegram: number) => cipher.blindIndex(`audit ${telegram}`);
  const last = () => lines.findOne({}).sort({ _id: -1 }).lean<AuditDocument>();

  async function append(entry: AuditEntry): Promise<void> {
    for (;;) {
      const previous = await last();
      const number = (previous?._id ?? 0) + 1;
      const line = {
        ...{ ...entry, who: tokenOf(entry.who) },
        ...{ number, at: clock.now(), before: previous?.hash ?? "" },
      };
      const { number: _id, ...fields } = { ...line, hash: hashOf(line) };
      try {
        await lines.create({ _id, ...fields });
        await raiseHead(number);
        return;
      } catch (error) {
        // Another process took that number: the next one is ours.
        if (!isDuplicateKey(error)) throw error;
      }
    }
  }

  async function raiseHead(number: number): Promise<void> {
    const raise = () =>
      heads.updateOne({ _id: HEAD }, { $max: { lines: number } }, { upsert: true });
    await raise().catch((error: unknown) => {
      // Two first lines at once: the document is there now.
      if (!isDuplicateKey(error)) throw error;
      return raise();
    });
  }

  return {
    /** Adds a line. It comes before what it tells of: when this throws, nothing may happen. */
    write(entry: AuditEntry): Promise<void> {
      const written = queue.then(() => append(entry));
      queue = written.catch(() => undefined);
      return written;
    },

    /** What stands in the lines for an account. */
    tokenOf,

    /** Lines about an artisan with one of these actions that were allowed, oldest first. */
    async about(artisan: string, actions: readonly string[]): Promise<AuditLine[]> {
      const what = operators({ $in: [...actions] });
      const found = await lines
        .find({ whom: artisan, what, result: "allowed" })
        .sort({ _id: 1 })
        .lean<AuditDocument[]>();
      return found.map(readLine);
    },
  };
}
