/** Where somebody belongs, as far as it is known. */
export interface Belonging {
  community?: string | undefined;
  kecamatan?: string | undefined;
}

/**
 * Who is asked for a freed seat: the next of the same community, then of the same kecamatan, then
 * of the list. `waiting` is in the order of the list.
 */
export function nextWaiting<T extends Belonging>(
  waiting: readonly T[],
  freed: Belonging | undefined,
): T | undefined {
  const alike = (field: keyof Belonging) =>
    freed?.[field] === undefined ? undefined : waiting.find((one) => one[field] === freed[field]);
  return alike("community") ?? alike("kecamatan") ?? waiting[0];
}
