import type { Artisan } from "../artisans/artisan.ts";
import { type View, viewsOf } from "../access/views.ts";
import { localDate } from "../dates.ts";
import { fileName } from "../papers/file-name.ts";
import type { Services } from "../services.ts";

/** All that is kept about one person, and about nobody else. */
export interface MyData {
  artisan: Artisan | undefined;
  /** By collection, as it is stored, with its seals open. */
  kept: Record<string, Record<string, unknown>[]>;
  views: View[];
}

/** Collects all that is kept; undefined when there is neither a record nor a form. */
export async function myData(chat: number, services: Services): Promise<MyData | undefined> {
  const { artisans, drafts, holdings } = services;
  const artisan = await artisans.byTelegram(chat);
  if (!artisan && !(await drafts.read(chat))) return undefined;
  const kept = await holdings.tell({ chat, ...(artisan && { artisan: artisan.id }) });
  return {
    artisan,
    kept,
    views: artisan ? await viewsOf(artisan.id, services, artisan.language) : [],
  };
}

/** The whole of it as a file that other programs can read. */
export function myDataFile({ kept, views }: MyData, now: Date): { name: string; bytes: Buffer } {
  const text = JSON.stringify({ made: now, ...kept, views }, undefined, 2);
  const name = fileName({ paper: "ownData", date: localDate(now), ending: "json" });
  return { name, bytes: Buffer.from(text) };
}
