import { type Origin, originLine } from "./origin.ts";

/** A part as it went into the file. */
export interface ListedPart {
  name: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

export interface Manifest {
  title: string;
  office: string;
  origin: Origin;
  /** What was counted, and how many: "Peserta", 20. They equal the records at `asOf`. */
  counts: readonly (readonly [what: string, count: number])[];
  parts: readonly ListedPart[];
}

/** The text of MANIFES.txt; its last lines are read by `sha256sum -c`. */
export function manifestText({ title, office, origin, counts, parts }: Manifest): string {
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    ...["MANIFES", oneLine(title), oneLine(office), originLine(origin)],
    `asOf: ${origin.asOf.toISOString()}`,
    ...["", "Jumlah"],
    ...counts.map(([what, count]) => `${oneLine(what)}: ${count}`),
    ...["", `Berkas: ${parts.length}, ${total} bita, sidik SHA-256`],
    ...parts.map(({ name, sha256 }) => `${sha256}  ${name}`),
    "",
  ].join("\n");
}

/** A value with a line of its own could pass for a line of the list. */
const oneLine = (value: string) => value.replace(/\s+/g, " ").trim();
