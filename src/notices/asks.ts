import { takesButtons } from "./parcel.ts";
import type { Notice } from "./notice.ts";

/** What people can say to a notice that asks something; more kinds of questions add theirs. */
export const CARRIED_ANSWERS = ["read"] as const;
export type CarriedAnswer = (typeof CARRIED_ANSWERS)[number];

/** The answers a notice asks for, by button or through a carrier; none where it asks nothing. */
export function asks({ kind, content }: Notice): readonly CarriedAnswer[] {
  if (kind !== "announcement" || !content) return [];
  return takesButtons(content) ? ["read"] : [];
}
