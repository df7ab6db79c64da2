import type { Artisan } from "../artisans/artisan.ts";
import type { BotContext } from "../bot/context.ts";
import { letPass } from "../bot/telegram-errors.ts";
import { fetchFile } from "../bot/telegram-file.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import type { CatalogueEntry } from "./catalogue-sheet.ts";

/** Larger photos are left out; Telegram makes those that are sent as photos far smaller. */
const MOST_BYTES = 10 * 1_048_576;
/** Photos that are fetched at one time. */
const AT_ONCE = 4;

interface From {
  api: BotContext["api"];
  places: Pick<Places, "showKecamatan">;
}

/** The entries of these people, with their photos as Telegram keeps them. */
export async function catalogueEntries(
  people: readonly Artisan[],
  from: From,
): Promise<CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (let at = 0; at < people.length; at += AT_ONCE)
    entries.push(
      ...(await Promise.all(people.slice(at, at + AT_ONCE).map((one) => entryOf(one, from)))),
    );
  return entries;
}

async function entryOf(
  { ticks, businessName, products, kecamatan, crafts, photo }: Artisan,
  { api, places }: From,
): Promise<CatalogueEntry> {
  const bytes = photo && (await photoOf(photo.fileId, api));
  return {
    mayShow: ticks?.catalogue !== undefined,
    businessName: businessName ?? "Usaha perajin",
    crafts: crafts.map((craft) => showCraft(craft, "id", "short")),
    place: places.showKecamatan(kecamatan),
    ...(products && { products }),
    ...(bytes && { photo: bytes }),
  };
}

/** Telegram forgets a file now and then: the entry stays without it. */
async function photoOf(fileId: string, api: From["api"]): Promise<Buffer | undefined> {
  const fetched = await letPass(
    fetchFile(api, { file_id: fileId }, MOST_BYTES),
    "badFile",
    "refused",
  );
  return fetched?.ok ? fetched.bytes : undefined;
}
