import type { Artisan } from "../artisans/artisan.ts";
import type { Training } from "./training.ts";

/** Whether the office meant this artisan when it said who may apply; an empty list asks nothing. */
export function mayApplyTo(
  { mayApply }: Pick<Training, "mayApply">,
  { kecamatan, crafts, community }: Pick<Artisan, "kecamatan" | "crafts" | "community">,
): boolean {
  if (!mayApply) return true;
  const isIn = (wanted: readonly string[], own: readonly (string | undefined)[]) =>
    wanted.length === 0 || own.some((one) => one !== undefined && wanted.includes(one));
  return (
    isIn(mayApply.kecamatan, [kecamatan]) &&
    isIn(mayApply.crafts, crafts) &&
    isIn(mayApply.communities, [community])
  );
}
