import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import type { Quiz } from "./quiz.ts";
import { type Survey, type SurveyAnswers, type SurveyForm, surveyId } from "./survey.ts";
import {
  type QuizDocument,
  quizSchema,
  type SurveyDocument,
  surveySchema,
} from "./survey-schema.ts";

const SEALED = ["comment", "certificateName"] as const;
/** Not what a person who had two records answered a second time. */
const counting = () => ({ beside: operators({ $exists: false }) });
/** They say which form it is; the rest was asked. */
const GIVEN = ["form", "training", "questions", "pionir", "artisan"];

/** What participants said around and after trainings, and the tests of trainings. */
export function createSurveys(connection: Connection, cipher: FieldCipher) {
  const surveys = modelOf(connection, "Survey", surveySchema, "surveys");
  const quizzes = modelOf(connection, "Quiz", quizSchema, "quizzes");
  const place = (record: string, field: string) => ({ collection: "surveys", record, field });

  function read({ _id, taps, comment, certificateName, ...rest }: StoredSurvey): Survey {
    const sealed = Object.entries({ comment, certificateName }).flatMap(([field, value]) =>
      value === undefined
        ? []
        : [[field, JSON.parse(cipher.open(place(_id, field), value)) as string]],
    );
    const answers = { ...taps, ...Object.fromEntries(sealed) } as SurveyAnswers;
    return { ...rest, answers };
  }

  return {
    /** Keeps what was sent. False when it was sent before: that stays. */
    async add({ answers, ...survey }: Omit<Survey, "helpedAt">): Promise<boolean> {
      const _id = surveyId(survey.form, survey.training, survey.artisan);
      const taps = Object.entries(answers).filter(
        ([field, value]) =>
          typeof value === "string" &&
          !SEALED.some((one) => one === field) &&
          !GIVEN.includes(field),
      );
      const sealed = SEALED.flatMap((field) => {
        const value = answers[field];
        if (typeof value !== "string") return [];
        return [[field, cipher.seal(place(_id, field), JSON.stringify(value))] as const];
      });
      try {
        await surveys.create({
          ...{ _id, ...survey, taps: Object.fromEntries(taps) },
          ...Object.fromEntries(sealed),
        });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return false;
      }
    },

    async one(form: SurveyForm, training: string, artisan: string): Promise<Survey | undefined> {
      const found = await surveys.findById(surveyId(form, training, artisan)).lean<StoredSurvey>();
      return found ? read(found) : undefined;
    },

    async of(training: string): Promise<Survey[]> {
      const found = await surveys
        .find({ training, ...counting() })
        .sort({ _id: 1 })
        .lean<StoredSurvey[]>();
      return found.map(read);
    },

    /** Who asked for help with sharing and has not got it, oldest first. */
    async askingForHelp(): Promise<Survey[]> {
      const found = await surveys
        .find({ "taps.shared": "help", helpedAt: operators({ $exists: false }), ...counting() })
        .sort({ at: 1, _id: 1 })
        .lean<StoredSurvey[]>();
      return found.map(read);
    },

    /** False when somebody else saw to it before. */
    async helped(
      { form, training, artisan }: Survey,
      { by, at }: { by: number; at: Date },
    ): Promise<boolean> {
      const { modifiedCount } = await surveys.updateOne(
        { _id: surveyId(form, training, artisan), helpedAt: operators({ $exists: false }) },
        { $set: { helpedAt: at, helpedBy: by } },
      );
      return modifiedCount === 1;
    },

    async quizOf(training: string): Promise<Quiz | undefined> {
      const found = await quizzes.findById(training).lean<QuizDocument>();
      return found ? { training, questions: found.questions } : undefined;
    },

    /** Sets the test of a training; once somebody has taken it, it stays. */
    async setQuiz({ training, questions }: Quiz): Promise<boolean> {
      const isTaken = await surveys.exists({
        training,
        form: operators({ $in: ["before", "after"] }),
      });
      if (isTaken) return false;
      await quizzes.updateOne({ _id: training }, { $set: { questions } }, { upsert: true });
      return true;
    },
  };
}

/** As it comes from the database: a map is a plain object there. */
type StoredSurvey = Omit<SurveyDocument, "taps" | "helpedBy" | "beside"> & {
  taps: Record<string, string>;
};
