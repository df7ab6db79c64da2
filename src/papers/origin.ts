import { localDate, localTime, showShortDate, showTime } from "../dates.ts";

/** When a paper was made, and of which moment the records are that it tells. */
export interface Origin {
  madeAt: Date;
  asOf: Date;
}

/** Who issues a paper, as its head shows it. */
export interface Letterhead {
  office: string;
  address?: string;
  /** The emblem, PNG or JPEG. */
  logo?: Uint8Array;
}

/** What every paper is made with, besides what it tells. */
export interface Frame {
  letterhead: Letterhead;
  origin: Origin;
}

/** "Dibuat Jum, 22 Agu 2025, pukul 16.05 WIB dari data pukul 16.00 WIB": at the foot of all papers. */
export function originLine({ madeAt, asOf }: Origin): string {
  const day = localDate(asOf) === localDate(madeAt) ? "" : `${showShortDate(localDate(asOf))}, `;
  const made = `${showShortDate(localDate(madeAt))}, ${showTime(localTime(madeAt))}`;
  return `Dibuat ${made} dari data ${day}${showTime(localTime(asOf))}`;
}
