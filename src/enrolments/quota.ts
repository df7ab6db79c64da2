import type { Quota } from "../trainings/training.ts";

/** A share that is not as it was wished; it is said, and blocks nothing. */
export interface QuotaWarning {
  by: Quota["by"];
  of: string;
  kind: "tooMany" | "tooFew";
  has: number;
  wished: number;
}

type Seated = Partial<Record<Quota["by"], string | undefined>>;

/** tooMany: more seats than wished. tooFew: fewer than can still be reached, or just enough left. */
export function quotaWarnings(
  quotas: readonly Quota[],
  seated: readonly Seated[],
  seatsLeft: number,
): QuotaWarning[] {
  const missing = (one: Quota) => Math.max(0, (one.least ?? 0) - count(one, seated));
  return quotas.flatMap((quota) => {
    const { by, of, least, most } = quota;
    const has = count(quota, seated);
    const about = { by, of, has };
    const sameKind = quotas.filter((one) => one.by === by);
    const needed = sameKind.reduce((sum, one) => sum + missing(one), 0);
    return [
      ...(most !== undefined && has > most
        ? [{ ...about, kind: "tooMany", wished: most } as const]
        : []),
      ...(least !== undefined && has < least && needed >= seatsLeft
        ? [{ ...about, kind: "tooFew", wished: least } as const]
        : []),
    ];
  });
}

const count = ({ by, of }: Quota, seated: readonly Seated[]) =>
  seated.filter((one) => one[by] === of).length;
