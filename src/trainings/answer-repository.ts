import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import { type Answer, type Enrolment, enrolmentId, type EnrolmentState } from "./enrolment.ts";
import { type EnrolmentDocument, enrolmentSchema } from "./enrolment-schema.ts";

/** What an answer makes of an enrolment, from which states. */
export interface AnswerStep {
  training: string;
  artisan: string;
  from: readonly EnrolmentState[];
  state: EnrolmentState;
  since: Date;
  answer: Answer;
}

/** The last word of each enrolment on whether its person comes: one command, one winner. */
export function createAnswers(connection: Connection) {
  const enrolments = modelOf(connection, "Enrolment", enrolmentSchema, "enrolments");

  const step = async (
    { training, artisan, from, state, since, answer }: AnswerStep,
    only: Record<string, unknown> = {},
  ): Promise<boolean> => {
    const by = answer.as === "artisan" ? { $unset: { by: 1, reason: 1 } } : {};
    const { matchedCount } = await enrolments.updateOne(
      { _id: enrolmentId(training, artisan), state: operators({ $in: [...from] }), ...only },
      {
        $set: {
          ...{ state, since, answer },
          ...(answer.as !== "artisan" && { by: answer.by }),
        },
        ...by,
      },
    );
    return matchedCount === 1;
  };

  return {
    /** The person's own word, which stands over every word before it. */
    giveOwn: (given: AnswerStep): Promise<boolean> => step(given),

    /** What somebody else says for them; false when anybody answered since it was looked at. */
    giveFor: (given: AnswerStep, seen: Pick<Enrolment, "answer">): Promise<boolean> =>
      step(
        given,
        seen.answer
          ? { "answer.at": seen.answer.at, "answer.word": seen.answer.word }
          : { answer: operators({ $exists: false }) },
      ),

    /** Whether its person wants reminders. */
    async setQuiet(training: string, artisan: string, quiet: boolean): Promise<void> {
      await enrolments.updateOne({ _id: enrolmentId(training, artisan) }, { $set: { quiet } });
    },

    /** Those of a training that wait for an answer. */
    async awaited(training: string): Promise<Enrolment[]> {
      const states = operators({ $in: ["offered", "accepted"] as const });
      const found = await enrolments
        .find({ training, state: states })
        .sort({ _id: 1 })
        .lean<EnrolmentDocument[]>();
      return found.map(({ _id, ...enrolment }) => enrolment);
    },
  };
}
