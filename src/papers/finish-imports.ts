import { tell, type TellServices } from "../bot/tell.ts";
import type { Services } from "../services.ts";
import type { Import } from "./import.ts";
import { savedCard, undoneCard } from "./import-card.ts";
import { saveRows } from "./save-import.ts";
import { undoRows, type UndoServices } from "./undo-import.ts";

export type FinishServices = UndoServices & TellServices & Pick<Services, "people" | "texts">;

/** Goes on with what was left half done, by a stop or because there was much, and says so. */
export async function finishImports(services: FinishServices, signal: AbortSignal): Promise<void> {
  for (const one of await services.imports.unfinished()) {
    if (signal.aborted) return;
    const saving = one.state === "saving";
    const ended = await (saving ? saveRows : undoRows)(one, { signal }, services);
    if (ended) await tellEnded(one, saving, services);
  }
}

async function tellEnded({ id, by }: Import, saved: boolean, services: FinishServices) {
  const { imports, people, texts } = services;
  const speech = texts[(await people.languageOf(by)) ?? "id"];
  const counts = await imports.count(id);
  await tell(by, saved ? savedCard(speech, id, counts) : undoneCard(speech, counts), services);
}
