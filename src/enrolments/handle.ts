import type { Services } from "../services.ts";
import { trainingHandle } from "../trainings/training-handle.ts";
import type { Training } from "../trainings/training.ts";

/** The training of a handle, unless it was cancelled or never told. */
export async function byHandle(
  handle: string,
  { trainings }: Pick<Services, "trainings">,
): Promise<Training | undefined> {
  return (await trainings.everTold()).find(({ id }) => trainingHandle(id) === handle);
}
