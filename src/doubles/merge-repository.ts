import { type Connection, mongo } from "mongoose";
import type { StoredChange, StoredRecord } from "../artisans/united-record-repository.ts";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { OwnMarks } from "../attendance/united-mark-repository.ts";
import type { UniteStep } from "../privacy/unite.ts";
import type { EnrolmentRow } from "../trainings/united-seat-repository.ts";
import { type MergeDocument, mergeSchema, type MergeState } from "./merge-schema.ts";

export type Merges = ReturnType<typeof createMergeRepository>;

/** All that a merge does, and all that was before it. */
export interface MergePlan {
  survivor: StoredRecord;
  loser: StoredRecord;
  /** New values of the record that stays, as they are stored. */
  adopted: StoredChange;
  /** Names of fields that are taken away from it. */
  taken: string[];
  /** Trainings in which the other record holds a seat, and those in which both do. */
  seats: string[];
  sharedSeats: string[];
  /** Trainings in which the other record waits for a seat; absent in older plans: none. */
  waits?: string[];
  /** Of these, those in which the record that stays waited as well, or held a seat. */
  sharedWaits?: string[];
  enrolments: EnrolmentRow[];
  /** Proofs of presence of the other record; absent in merges of before. */
  presence?: OwnMarks;
  /** What else is kept of the other record; absent in merges of before. */
  rows?: UniteStep[];
  /** Communities that the other record leads. */
  leads: { community: string; before: string[] }[];
}

export interface Merge extends Omit<MergeDocument, "_id" | "kept"> {
  id: string;
  plan: MergePlan | undefined;
}

const AT_ONCE = 50;
const { EJSON } = mongo.BSON;

export function createMergeRepository(connection: Connection, cipher: FieldCipher) {
  const merges = modelOf(connection, "Merge", mergeSchema, "merges");
  const place = (record: string) => ({ collection: "merges", record, field: "kept" });

  const read = ({ _id: id, kept, ...rest }: MergeDocument): Merge => ({
    id,
    ...rest,
    plan: kept ? (EJSON.parse(cipher.open(place(id), kept)) as MergePlan) : undefined,
  });

  const step = async (
    id: string,
    from: MergeState,
    to: MergeState,
    more: Partial<MergeDocument> = {},
  ): Promise<boolean> => {
    const set = { $set: { state: to, ...more } };
    return (await merges.updateOne({ _id: id, state: from }, set)).matchedCount === 1;
  };

  const list = async (filter: Record<string, unknown>): Promise<Merge[]> => {
    const found = await merges
      .find(filter)
      .sort({ at: 1, _id: 1 })
      .limit(AT_ONCE)
      .lean<MergeDocument[]>();
    return found.map(read);
  };

  return {
    /** Writes down that it begins; once, however often it is pressed. */
    async begin(merge: Omit<MergeDocument, "_id" | "state" | "kept" | "told"> & { id: string }) {
      const { id: _id, ...rest } = merge;
      try {
        await merges.create({ _id, ...rest, state: "begun", kept: "", told: false });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async byId(id: string): Promise<Merge | undefined> {
      const found = await merges.findOne({ _id: id }).lean<MergeDocument>();
      return found ? read(found) : undefined;
    },

    plan: (id: string, plan: MergePlan) =>
      step(id, "begun", "planned", {
        kept: cipher.seal(place(id), EJSON.stringify(plan, { relaxed: false })),
      }),
    drop: (id: string) => step(id, "begun", "void"),
    done: (id: string) => step(id, "planned", "done"),
    undo: (id: string) => step(id, "done", "undoing"),
    /** It cannot be undone now, as a record is in other hands. */
    redo: (id: string) => step(id, "undoing", "done"),
    undone: (id: string) => step(id, "undoing", "undone", { kept: "" }),
    close: (id: string) => step(id, "done", "closed", { kept: "" }),

    async markTold(id: string): Promise<void> {
      await merges.updateOne({ _id: id }, { $set: { told: true } });
    },

    /** Merges that stopped half way. */
    unfinished: () => list({ state: operators({ $in: ["begun", "planned", "undoing"] }) }),

    untold: () => list({ state: "done", told: false }),

    /** Merges made before the moment that could still be undone. */
    doneBefore: (moment: Date) => list({ state: "done", at: operators({ $lte: moment }) }),

    /** Whether the record took another one in since. */
    async laterOf(survivor: string, at: Date): Promise<boolean> {
      const found = await merges.exists({
        survivor,
        at: operators({ $gt: at }),
        state: operators({ $in: ["begun", "planned", "done"] }),
      });
      return found !== null;
    },
  };
}
