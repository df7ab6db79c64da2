import { createHash } from "node:crypto";

/** Eight signs that stand for a training where its id and another do not fit on a button. */
export function trainingHandle(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 8);
}
