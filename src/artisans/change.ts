import type { Field } from "./answers.ts";
import type { Artisan } from "./artisan.ts";
import { flagDoubles } from "../doubles/flag-doubles.ts";
import type { Services } from "../services.ts";
import { type Change, changeOf } from "./record.ts";

/**
 * Keeps one changed answer in the record of its owner. A record that was sent back to be
 * corrected waits to be checked again. A number that another record has verified is kept
 * unverified. `version` is that of the chat's claim.
 */
export async function changeRecord(
  artisan: Artisan,
  { field, value, version }: { field: Field; value: unknown; version: number },
  services: Pick<Services, "artisans" | "clock" | "doubles">,
): Promise<void> {
  const { artisans } = services;
  const corrected: Change = artisan.state === "returned" ? { state: "pending" } : {};
  const change = { ...changeOf(field, value, artisan), ...corrected };
  const outcome = await artisans.change({ id: artisan.id, version }, change);
  if (outcome === "phoneTaken" && change.phone) {
    const phone = { ...change.phone, verified: false };
    await artisans.change({ id: artisan.id, version }, { ...change, phone });
  }
  await flagDoubles(artisan.id, services);
}
