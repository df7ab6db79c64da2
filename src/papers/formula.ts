/**
 * What makes a program take a cell of a CSV for a formula (OWASP, CSV injection): these signs at
 * its beginning, also in their wide and small forms, also behind what is not seen. A quote before
 * such a text is one more case, so that taking ours off gives back what was there.
 */
const RISKY = /^'*[\s\p{C}]*[=+\-@|%\t\r\n\0＝﹦⁼₌＋﹢⁺₊－﹣−‐-―⁻₋＠﹫｜]/u;

/** With a quote before it the text is no formula; any other text stays as it is. */
export function neutralise(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The text that was neutralised. */
export function restore(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}
