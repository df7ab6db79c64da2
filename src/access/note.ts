import type { Action, Permit } from "../bot/gate.ts";
import type { Services } from "../services.ts";

/** The line of the audit that comes before what it tells of. */
export async function note(
  { telegram, action, as }: Permit,
  whom: readonly string[],
  { audit }: Pick<Services, "audit">,
  what: Action = action,
): Promise<void> {
  await audit.write({ who: telegram, as, what, whom, from: "private", result: "allowed" });
}

/** What anybody may try and what came of it. */
export async function noteTry(
  who: number,
  what: "invitation.open" | "owner.begin",
  { whom = [], result }: { whom?: readonly string[]; result: "allowed" | "refused" },
  { audit }: Pick<Services, "audit">,
): Promise<void> {
  await audit.write({ who, as: "anyone", what, whom, from: "private", result });
}
