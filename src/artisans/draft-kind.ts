/**
 * Of oneself, of changes of one's record, of somebody without Telegram, of changes of theirs; of
 * questions about a training, of the questions of its test, of a session to share and its report.
 */
export const DRAFT_KINDS = [
  "draft",
  "change",
  "behalf",
  "correct",
  "survey",
  "quiz",
  "sharing",
  "shared",
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];
