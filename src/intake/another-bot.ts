import { type Connection, Schema } from "mongoose";
import { modelOf, operators, SCHEMA_OPTIONS } from "../database.ts";
import { type PersonDocument, personSchema } from "./person-schema.ts";

/** `_id` is `bot`: as which bot the program last took updates. */
interface BotDocument {
  _id: string;
  telegram: number;
}

const botSchema = new Schema<BotDocument>(
  { _id: { type: String, required: true }, telegram: { type: Number, required: true } },
  SCHEMA_OPTIONS,
);

const _id = "bot";
const PAGE = 50;

/**
 * Where the token is that of another bot than before: lets go of which updates were handled, for
 * the numbers of another bot's updates mean nothing, and answers which bot it was. A new token of
 * the same bot changes nothing: its files, messages and links stay. Repeatable.
 */
export async function heedAnotherBot(
  connection: Connection,
  telegram: number,
): Promise<number | undefined> {
  const bots = modelOf(connection, "Bot", botSchema, "bots");
  const before = (await bots.findOne({ _id }).lean())?.telegram;
  if (before === telegram) return undefined;
  if (before !== undefined) await forgetHandled(connection);
  await bots.updateOne({ _id }, { $set: { telegram } }, { upsert: true });
  return before;
}

async function forgetHandled(connection: Connection): Promise<void> {
  const people = modelOf(connection, "Person", personSchema, "people");
  for (let last = ""; ;) {
    const page = await people
      .find({ _id: operators({ $gt: last }) })
      .select("_id")
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<Pick<PersonDocument, "_id">[]>();
    for (const person of page)
      await people.updateOne({ _id: person._id }, { $set: { recent: [] } });
    last = page.at(-1)?._id ?? "";
    if (page.length < PAGE) return;
  }
}
