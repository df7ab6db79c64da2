import { firstTraining } from "../../seeds/trainings.ts";
import { readSheet } from "../../src/papers/spreadsheet.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { TestSanggar } from "../support/sanggar.ts";

/** The files that came, with their bytes as Telegram has them. */
export const filesOf = (seen: Seen, { standin }: TestSanggar) =>
  seen.messages.flatMap(({ message }) => {
    const { document, photo } = message;
    const id = document?.file_id ?? photo?.at(-1)?.file_id;
    if (id === undefined) return [];
    const { bytes } = standin.control.file(id);
    return [{ message, name: document?.file_name ?? "", bytes: Buffer.from(bytes) }];
  });

export function fileOf(seen: Seen, sanggar: TestSanggar) {
  const file = filesOf(seen, sanggar).at(-1);
  if (!file) throw new Error(`no file: ${seen.text}`);
  return file;
}

/** What was said, progress lines as they ended. */
export const wordsOf = (seen: Seen): string =>
  seen.messages.map(({ message }) => message.text ?? "").join("\n");

/** From /kelola to the card of the training. */
export async function opensTraining(dewi: TestPerson): Promise<Seen> {
  await dewi.says("/kelola");
  return dewi.presses(`1. ${firstTraining.title}`.slice(0, 23) + "…");
}

export async function cellsOf(bytes: Buffer): Promise<string[]> {
  const read = await readSheet(bytes, { bytes: 5e6, rows: 1000 });
  if (!read.ok) throw new Error(read.reason);
  return read.rows.flatMap(({ cells }) => cells);
}
