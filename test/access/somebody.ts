import type { GivenRole } from "../../src/access/role.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { addArtisan } from "../support/records.ts";
import type { TestSanggar } from "../support/sanggar.ts";

/** The community of everybody here, and another one. */
export const OWN = "manik-melati";
export const FOREIGN = "anyam-rukun";

const GIVEN: GivenRole[] = ["leader", "coordinator", "owner", "privacyOfficer"];
export const KINDS = [
  ...(["none", "artisan", "ex-artisan"] as const),
  ...GIVEN,
  ...GIVEN.map((role) => `ex-${role}` as const),
  ...GIVEN.map((role) => `lapsed-${role}` as const),
  "moved-leader",
] as const;
export type Kind = (typeof KINDS)[number];

/** The role that somebody of this kind holds now. */
export const heldBy = (kind: Kind): GivenRole | "artisan" | undefined =>
  kind === "artisan" ? kind : GIVEN.find((role) => role === kind);

/** Somebody of this kind; all but "none" and "ex-artisan" have a record in the own community. */
export async function somebody(
  kind: Kind,
  sanggar: TestSanggar,
): Promise<{ person: TestPerson; record: Artisan | undefined }> {
  const person = sanggar.world.person(`Orang ${kind}`);
  const { roles, clock } = sanggar.services;
  const bare = kind === "none" || kind === "ex-artisan";
  const record = bare
    ? undefined
    : await addArtisan(sanggar, {
        telegram: person.id,
        name: `Orang ${kind.replace("-", " ")}`,
        community: kind === "moved-leader" ? FOREIGN : OWN,
        kecamatan: "36.04.05",
      });
  const role = GIVEN.find((one) => kind.endsWith(one));
  if (role) {
    const which = { telegram: person.id, role, ...(role === "leader" && { scope: OWN }) };
    const now = clock.now();
    const longAgo = new Date(now.getTime() - 366 * 86_400_000);
    await roles.give(which, { by: 0, since: kind.startsWith("lapsed-") ? longAgo : now });
    if (kind.startsWith("ex-")) await roles.end(which, now);
  }
  if (kind === "ex-artisan") {
    const gone = await addArtisan(sanggar, { telegram: person.id, name: "Orang lalu" });
    await sanggar.connection.collection<{ _id: string }>("artisans").deleteOne({ _id: gone.id });
  }
  return { person, record };
}
