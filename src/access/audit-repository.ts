import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { isDuplicateKey, operators } from "../database.ts";
import { type AuditEntry, type AuditLine, breakAfter, hashOf, type Verdict } from "./audit-line.ts";
import {
  type AuditDocument,
  type AuditHeadDocument,
  auditHeadSchema,
  auditSchema,
} from "./audit-schema.ts";

const PAGE = 500;
const HEAD = "audit";

/** Who did, saw or tried what. Lines are only added; each carries the hash of the one before. */
export function createAudit(connection: Connection, clock: Clock) {
  const lines = connection.model("AuditLine", auditSchema, "audit");
  const heads = connection.model("AuditHead", auditHeadSchema, "auditHeads");
  /** One line after another in this process; other processes are met by the number. */
  let queue: Promise<unknown> = Promise.resolve();

  const last = () => lines.findOne({}).sort({ _id: -1 }).lean<AuditDocument>();

  async function append(entry: AuditEntry): Promise<void> {
    for (;;) {
      const previous = await last();
      const number = (previous?._id ?? 0) + 1;
      const line = { ...entry, number, at: clock.now(), before: previous?.hash ?? "" };
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

    /** Lines about an artisan with one of these actions that were allowed, oldest first. */
    async about(artisan: string, actions: readonly string[]): Promise<AuditLine[]> {
      const what = operators({ $in: [...actions] });
      const found = await lines
        .find({ whom: artisan, what, result: "allowed" })
        .sort({ _id: 1 })
        .lean<AuditDocument[]>();
      return found.map(read);
    },

    /** Walks the whole chain: one line that was changed or is missing breaks it. */
    async verify(): Promise<Verdict> {
      let previous: AuditLine | undefined;
      for (;;) {
        const page = await lines
          .find({ _id: operators({ $gt: previous?.number ?? 0 }) })
          .sort({ _id: 1 })
          .limit(PAGE)
          .lean<AuditDocument[]>();
        for (const line of page.map(read)) {
          const broken = breakAfter(previous, line);
          if (broken) return broken;
          previous = line;
        }
        if (page.length < PAGE) break;
      }
      const head = await heads.findOne({ _id: HEAD }).lean<AuditHeadDocument>();
      const count = previous?.number ?? 0;
      if ((head?.lines ?? 0) > count) return { ok: false, number: count + 1, reason: "missing" };
      return { ok: true, lines: count, last: previous?.hash ?? "" };
    },
  };
}

function read({ _id: number, ...line }: AuditDocument): AuditLine {
  return { number, ...line };
}
