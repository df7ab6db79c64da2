/** What was looked at, and what came of it. Never a secret, a name of a person or a number. */
export interface Finding {
  what: Subject;
  /** note: the bot works without it. unseen: something else kept us from looking. */
  is: "ok" | "fault" | "note" | "unseen";
  says: string;
  /** What to do; of faults and notes. */
  remedy?: string;
}

export const SUBJECTS = [
  "configuration",
  "Node.js",
  "time zone",
  "fonts",
  "data folder",
  "disk",
  "Telegram",
  "webhook",
  "database",
  "indexes",
  "field keys",
  "restore",
  "settings",
  "clock",
  "backup",
] as const;
type Subject = (typeof SUBJECTS)[number];

export const ok = (what: Subject, says: string): Finding => ({ what, is: "ok", says });
export const fault = (what: Subject, says: string, remedy: string): Finding => ({
  ...{ what, is: "fault", says, remedy },
});
export const note = (what: Subject, says: string, remedy: string): Finding => ({
  ...{ what, is: "note", says, remedy },
});
export const unseen = (what: Subject, says: string): Finding => ({ what, is: "unseen", says });

const MARK = { ok: "ok     ", fault: "FAULT  ", note: "note   ", unseen: "-      " };

/** One line, and another for what to do. */
export function showFinding({ what, is, says, remedy }: Finding): string {
  const line = `${MARK[is]}${what}: ${says}`;
  return remedy === undefined ? line : `${line}\n         ${remedy}`;
}
