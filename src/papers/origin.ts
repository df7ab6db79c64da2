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

/** Who signs for the office; what is not known is left to fill. */
export interface PaperSigner {
  /** "Kepala Dinas". */
  role: string;
  name?: string;
  /** The number of an official, "19700101 199003 1 001". */
  nip?: string;
}

/** What every paper is made with, besides what it tells. */
export interface Frame {
  letterhead: Letterhead;
  origin: Origin;
  /** Stands under the papers that are signed; absent: the paper has no place for it. */
  signer?: PaperSigner;
}

/** "Dibuat Jum, 22 Agu 2025, pukul 16.05 WIB dari data pukul 16.00 WIB": at the foot of all papers. */
export function originLine({ madeAt, asOf }: Origin): string {
  const day = localDate(asOf) === localDate(madeAt) ? "" : `${showShortDate(localDate(asOf))}, `;
  const made = `${showShortDate(localDate(madeAt))}, ${showTime(localTime(madeAt))}`;
  return `Dibuat ${made} dari data ${day}${showTime(localTime(asOf))}`;
}
