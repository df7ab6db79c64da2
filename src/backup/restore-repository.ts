import type { Connection } from "mongoose";
import { StartRefused } from "../start-refused.ts";

/** How far a restore is; the document is gone when it is done. */
export interface Restoring {
  /** The salt of the file: no two files have the same. */
  file: string;
  stage: "emptying" | "writing" | "settling";
  since: Date;
  /** Notices that may have gone out after the backup, and were listed by the restore. */
  doubtful: string[];
}

const _id = "restore";

/** What tells a restore that was ended in the middle where to go on. */
export function createRestores(connection: Connection) {
  const rows = connection.collection<Restoring & { _id: string }>("restores");

  return {
    async current(): Promise<Restoring | undefined> {
      return (await rows.findOne({ _id })) ?? undefined;
    },

    async begin(restoring: Restoring): Promise<void> {
      await rows.updateOne({ _id }, { $set: restoring }, { upsert: true });
    },

    async reach(stage: Restoring["stage"]): Promise<void> {
      await rows.updateOne({ _id }, { $set: { stage } });
    },

    async doubt(notices: readonly string[]): Promise<void> {
      await rows.updateOne({ _id }, { $addToSet: { doubtful: { $each: [...notices] } } });
    },

    async end(): Promise<void> {
      await rows.deleteOne({ _id });
    },
  };
}

/** @throws StartRefused where a restore was ended in the middle */
export async function refuseHalfRestored(connection: Connection): Promise<void> {
  if (await createRestores(connection).current())
    throw new StartRefused(
      "A restore into this database was not finished. Run npm run restore with the same file again.",
    );
}
