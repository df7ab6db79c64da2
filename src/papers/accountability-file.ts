import { createHash } from "node:crypto";
import { type ListedPart, type Manifest, manifestText } from "./manifest.ts";
import { writeZip, type ZipPart } from "./zip.ts";

export interface AccountabilityFile extends Omit<Manifest, "parts"> {
  /** Papers, photos and lists, in the order they are to stand in; made when it is their turn. */
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>;
}

const MANIFEST = "MANIFES.txt";

/**
 * The Paket SPJ: a ZIP of its parts, and at last MANIFES.txt with what was counted and the SHA-256
 * of each part, taken while it goes in.
 */
export function accountabilityFile({ parts, ...about }: AccountabilityFile) {
  return writeZip(withManifest(parts, about), about.origin.madeAt);
}

async function* withManifest(
  parts: AccountabilityFile["parts"],
  about: Omit<Manifest, "parts">,
): AsyncGenerator<ZipPart> {
  const listed: ListedPart[] = [];
  for await (const { name, bytes } of parts) {
    const seen = hashed(bytes);
    yield { name, bytes: seen.bytes };
    // The writer asks for the next part when it has taken all of this one.
    listed.push({ name, ...seen.told() });
  }
  yield { name: MANIFEST, bytes: Buffer.from(manifestText({ ...about, parts: listed }), "utf8") };
}

/** The bytes as they are, and afterwards how many they were and their hash. */
function hashed(source: ZipPart["bytes"]) {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* pass() {
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  return { bytes: pass(), told: () => ({ bytes, sha256: hash.digest("hex") }) };
}
