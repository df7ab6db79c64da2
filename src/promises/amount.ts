/** Money as people write it: "Rp150.000", "150 ribu", "1,5 juta". */
const AMOUNT = /\brp\.?\s*\d|\d[\d.,]*\s*(?:ribu|rb|juta|jt)\b|\d{1,3}(?:\.\d{3})+|\d{4,}/i;

/** Promises that may name a sum. */
const OF_MONEY: readonly string[] = ["transport", "allowance"];

/** Whether the words of this promise name a sum, which is shown only if the office says so. */
export function namesAmount(promise: string, words: string): boolean {
  return OF_MONEY.includes(promise) && AMOUNT.test(words);
}
