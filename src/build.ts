/** Set in the bundle: when its sources last changed, so that the same sources give the same text. */
declare const SANGGAR_BUILD: string | undefined;

/** Which build this process runs; of two the later text is the newer. Empty from the sources. */
export const BUILD = typeof SANGGAR_BUILD === "undefined" ? "" : SANGGAR_BUILD;
