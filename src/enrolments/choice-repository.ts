import type { Connection } from "mongoose";
import type { Clock } from "../clock.ts";
import { modelOf, operators } from "../database.ts";
import { type Asked, ASKED_MS, type Choice, choiceId } from "./choice.ts";
import {
  type ChoiceDocument,
  type ChooserDocument,
  choiceSchema,
  chooserSchema,
} from "./choice-schema.ts";

/** The choices that needed a reason, and who is asked for one just now. */
export function createChoices(connection: Connection, clock: Clock) {
  const choices = modelOf(connection, "Choice", choiceSchema, "choices");
  const choosers = modelOf(connection, "Chooser", chooserSchema, "choosers");
  const chooserId = (telegram: number) => `chooser:${telegram}`;
  const found = async (filter: Record<string, unknown>): Promise<Choice[]> =>
    (await choices.find(filter).sort({ at: 1, _id: 1 }).lean<ChoiceDocument[]>()).map(
      ({ _id, ...choice }) => choice,
    );

  return {
    async keep(choice: Choice): Promise<void> {
      await choices.updateOne({ _id: choiceId(choice) }, { $set: choice }, { upsert: true });
    },

    of: (training: string): Promise<Choice[]> => found({ training }),

    /** Those of a training that are about this person, or passed over them. */
    about: (training: string, artisan: string): Promise<Choice[]> =>
      found({ training, $or: [{ artisan, kind: "skip" }, { over: artisan }] }),

    /** From now on the reason is what this person types. */
    async ask(telegram: number, asked: Asked): Promise<void> {
      const until = new Date(clock.now().getTime() + ASKED_MS);
      await choosers.updateOne(
        { _id: chooserId(telegram) },
        { $set: { ...asked, until } },
        { upsert: true },
      );
    },

    async asked(telegram: number): Promise<Asked | undefined> {
      const one = await choosers
        .findOne({ _id: chooserId(telegram), until: operators({ $gt: clock.now() }) })
        .lean<ChooserDocument>();
      if (!one) return undefined;
      const { training, artisan, kind, update } = one;
      return { training, artisan, kind, update };
    },

    /** False: nothing was asked. */
    async stopAsking(telegram: number): Promise<boolean> {
      return (await choosers.deleteOne({ _id: chooserId(telegram) })).deletedCount === 1;
    },
  };
}
