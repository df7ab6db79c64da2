import type { ListFilter } from "../artisans/artisan-list-repository.ts";
import type { Services } from "../services.ts";
import { localDate } from "../dates.ts";
import { fileName } from "./file-name.ts";
import { type ExportRequest, filterLine } from "./export.ts";
import { type SheetEnv, sheetColumns, sheetRow } from "./member-sheet.ts";
import { type Cell, type SheetFormat, writeSheet } from "./spreadsheet.ts";

/** Records that are in memory at one time. */
const PAGE = 250;
/** Ids in one line of the audit. */
const LINE = 2_000;

type ListServices = Pick<
  Services,
  "artisanList" | "audit" | "clock" | "communities" | "places" | "texts"
>;

export interface Paper {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * The list that was asked for, as a stream. Whom it is of is written in the audit before its
 * first byte, and nobody else is in it: who registered since is not, who left since is not either.
 */
export async function listOfArtisans(
  { by, filter, format }: Pick<ExportRequest, "by" | "format"> & { filter: ListFilter },
  services: ListServices,
): Promise<Paper & { count: number }> {
  const { artisanList, audit, clock } = services;
  const ids = await artisanList.ids(filter);
  const detail = `${filterLine(filter)} ${format} ${ids.length}`;
  const line = { who: by, as: "coordinator", what: "export.run", from: "private" } as const;
  for (let at = 0; at === 0 || at < ids.length; at += LINE) {
    const whom = ids.slice(at, at + LINE);
    await audit.write({ ...line, whom, detail, result: "allowed" });
  }
  const env = await sheetEnv(services);
  const date = localDate(clock.now());
  const name = fileName({ paper: "artisans", date, ending: format });
  return { name, count: ids.length, bytes: listSheet(format, rowsOf(ids, env, services), env) };
}

/** The bytes of a list of artisans whose rows are given. */
export function listSheet(
  format: SheetFormat,
  rows: AsyncIterable<readonly Cell[]>,
  { speech }: Pick<SheetEnv, "speech">,
): AsyncIterable<Uint8Array> {
  const name = speech.plain("sheet-name");
  return writeSheet(format, { name, columns: sheetColumns(speech), rows });
}

async function* rowsOf(ids: readonly string[], env: SheetEnv, { artisanList }: ListServices) {
  let number = 0;
  for (let at = 0; at < ids.length; at += PAGE) {
    for (const artisan of await artisanList.byIds(ids.slice(at, at + PAGE))) {
      number += 1;
      yield sheetRow(number, artisan, env);
    }
  }
}

/** What the words of a sheet are made of: papers are Indonesian. */
export async function sheetEnv({
  communities,
  places,
  texts,
}: Pick<Services, "communities" | "places" | "texts">): Promise<SheetEnv> {
  const names = (await communities.all()).map(({ id, name }) => [id, name] as const);
  return { speech: texts.id, places, communities: new Map(names) };
}
