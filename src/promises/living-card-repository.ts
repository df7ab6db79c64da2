import type { Connection } from "mongoose";
import { isDuplicateKey, modelOf, operators } from "../database.ts";
import { type LivingCard, livingCardId } from "./living-card.ts";
import { type LivingCardDocument, livingCardSchema } from "./living-card-schema.ts";

const NEVER = new Date(0);
/** One edit and one message, each 20 s at the most. */
const LEASE_MS = 60_000;

/** Where the living cards of participants lie. */
export function createLivingCards(connection: Connection) {
  const cards = modelOf(connection, "LivingCard", livingCardSchema, "livingCards");

  const byId = async (id: string): Promise<LivingCard | undefined> => {
    const found = await cards.findById(id).lean<LivingCardDocument>();
    return found ? read(found) : undefined;
  };

  return {
    byId,

    /** The person wants it: there is one from now on, and it may come at once. */
    async want(training: string, artisan: string, chat: number): Promise<LivingCard> {
      const _id = livingCardId(training, artisan);
      const fresh = { message: 0, print: "", until: NEVER };
      await cards
        .updateOne(
          { _id },
          { $set: { training, artisan, chat, open: true, asked: true }, $setOnInsert: fresh },
          { upsert: true },
        )
        .catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      const found = await cards.findById(_id).orFail().lean<LivingCardDocument>();
      return read(found);
    },

    /** All that may change. */
    async open(): Promise<LivingCard[]> {
      const found = await cards
        .find({ open: true })
        .sort({ training: 1, _id: 1 })
        .lean<LivingCardDocument[]>();
      return found.map(read);
    },

    /** The right to change it; undefined while another process has it in hand. */
    async take(id: string, now: Date): Promise<LivingCard | undefined> {
      const taken = await cards
        .findOneAndUpdate(
          { _id: id, until: operators({ $lte: now }) },
          { $set: { until: new Date(now.getTime() + LEASE_MS) } },
          { returnDocument: "after" },
        )
        .lean<LivingCardDocument>();
      return taken ? read(taken) : undefined;
    },

    /** What it shows by now, and lets it go. */
    async keep(
      id: string,
      kept: Partial<Pick<LivingCard, "message" | "print" | "open" | "asked" | "chat">>,
    ): Promise<void> {
      await cards.updateOne({ _id: id }, { $set: { ...kept, until: NEVER } });
    },
  };
}

function read({ _id, until: _until, ...card }: LivingCardDocument): LivingCard {
  return { id: _id, ...card };
}
