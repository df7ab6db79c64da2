import type { Update } from "grammy/types";
import { crash } from "../crash.ts";
import { errorFacts, type Log } from "../log.ts";
import type { FloodLimit } from "./flood-limit.ts";
import { ALLOWED_UPDATES, chatOf, type Inbox, type Row } from "./inbox.ts";

export interface EntranceParts {
  inbox: Pick<Inbox, "store">;
  flood: FloodLimit;
  log: Log;
  /** One line to a person who writes faster than anybody can. */
  tellTooMany(chat: number): Promise<unknown>;
}

/** Why an update was not stored. */
type LeftOut = "unknownKind" | "nobody" | "flood";

/** The way from both doors, poll and webhook, into the inbox: what is left out is counted. */
export function createEntrance(parts: EntranceParts) {
  const { inbox, flood, log } = parts;
  const counts: Record<LeftOut, number> = { unknownKind: 0, nobody: 0, flood: 0 };

  /** Throws when what is not left out was not stored, like the inbox's own. */
  async function store(updates: readonly Update[]): Promise<Row[]> {
    const judged = updates.map((update) => ({ update, reason: leaveOut(update) }));
    const rows = await inbox.store(
      judged.flatMap(({ update, reason }) => (reason === undefined ? [update] : [])),
    );
    for (const { reason } of judged) if (reason) counts[reason] += 1;
    crash("stored");
    return rows;
  }

  function leaveOut(update: Update): LeftOut | undefined {
    if (!ALLOWED_UPDATES.some((kind) => update[kind])) return "unknownKind";
    if (chatOf(update) === undefined) return "nobody";
    const verdict = flood.judge(update);
    if (verdict === "first") tellOnce(update);
    return verdict === "take" ? undefined : "flood";
  }

  /** Nobody waits for it: neither the poll nor the other people. */
  function tellOnce(update: Update): void {
    log.warn("flood", { ...counts });
    const { chat } =
      update.message ?? update.edited_message ?? update.callback_query?.message ?? {};
    if (chat?.type !== "private") return;
    parts
      .tellTooMany(chat.id)
      .catch((error: unknown) =>
        log.warn("a word about a flood did not arrive", errorFacts(error)),
      );
  }

  return {
    store,
    /** How many updates were not stored since the start, and why. */
    counts: () => ({ ...counts }),
  };
}
