import type { Artisan } from "../artisans/artisan.ts";
import type { Services } from "../services.ts";
import { likeness } from "./same-person.ts";

/** Of a name that many bear, so many of the likest are asked about; more nobody would look at. */
const MOST = 20;

/**
 * Raises the question for every record that may be of the same person as this one, and takes back
 * what nothing speaks for any more. To be called after a record was added or changed; repeatable.
 * Nothing is merged by the program.
 */
export async function flagDoubles(
  artisanId: string,
  { artisans, clock, doubles }: Pick<Services, "artisans" | "clock" | "doubles">,
): Promise<void> {
  const artisan = await artisans.byId(artisanId);
  const here = artisan && artisan.state !== "merged" ? artisan : undefined;
  const alike = here ? await artisans.alike(here) : [];
  const found = alike.flatMap((other) => {
    const like = here && likeness(here, other);
    return like ? [{ other, like }] : [];
  });
  const likest = found.sort((x, y) => y.like.weight - x.like.weight).slice(0, MOST);
  for (const { other, like } of likest) await doubles.flag(artisanId, other.id, like, clock.now());
  const still = new Set(found.map(({ other }) => other.id));
  for (const { id, artisans: pair, claimed } of await doubles.openOf(artisanId)) {
    const outlived = !here || !pair.some((one) => still.has(one));
    if (outlived && !(claimed && (await bothThere(pair, artisans)))) await doubles.withdraw(id);
  }
}

async function bothThere(
  pair: readonly string[],
  artisans: Pick<Services["artisans"], "byId">,
): Promise<boolean> {
  const records = await Promise.all(pair.map((id) => artisans.byId(id)));
  return records.every((record: Artisan | undefined) => record && record.state !== "merged");
}
