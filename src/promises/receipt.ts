/** What participants confirm to have received. */
export const RECEIVABLES = ["transport"] as const;
export type Receivable = (typeof RECEIVABLES)[number];

/** That somebody has received what was promised, or says that it has not come. */
export interface Receipt {
  training: string;
  artisan: string;
  what: Receivable;
  state: "received" | "notYet";
  /** When they said so. */
  at: Date;
}

export function receiptId({ training, what, artisan }: Omit<Receipt, "state" | "at">): string {
  return `receipt:${training}:${what}:${artisan}`;
}
