import { createHash } from "node:crypto";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";

const LENGTH = 8;

/** A training's id and an artisan's do not fit on one button; this and an artisan's do. */
export const handleOf = (training: string): string =>
  createHash("sha256").update(training).digest("base64url").slice(0, LENGTH);

/** The training of a handle, unless it was cancelled or never told. */
export async function byHandle(
  handle: string,
  { trainings }: Pick<Services, "trainings">,
): Promise<Training | undefined> {
  return (await trainings.everTold()).find(({ id }) => handleOf(id) === handle);
}
