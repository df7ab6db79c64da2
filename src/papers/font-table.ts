/** What a font says of its signs: which it has, and how wide they are. */
export interface FontTable {
  has(codePoint: number): boolean;
  /** In parts of the size of the letters: 0.5 is half as wide as they are high. */
  widthOf(codePoint: number): number;
}

/** Reads a TrueType file (OpenType 1.9: tables head, hhea, hmtx, cmap of format 4 or 12). */
export function readFontTable(file: Buffer): FontTable {
  const table = (tag: string) => tableAt(file, tag);
  const glyphs = readGlyphs(file, table("cmap"));
  const perEm = file.readUInt16BE(table("head") + 18);
  const wide = file.readUInt16BE(table("hhea") + 34);
  const widths = table("hmtx");
  // Past the last width of the table all signs are as wide as it.
  const advance = (glyph: number) => file.readUInt16BE(widths + Math.min(glyph, wide - 1) * 4);
  return {
    has: (codePoint) => glyphs.has(codePoint),
    widthOf: (codePoint) => advance(glyphs.get(codePoint) ?? 0) / perEm,
  };
}

function tableAt(file: Buffer, tag: string): number {
  const count = file.readUInt16BE(4);
  for (let at = 12; at < 12 + count * 16; at += 16)
    if (file.toString("latin1", at, at + 4) === tag) return file.readUInt32BE(at + 8);
  throw new RangeError(`the font has no table ${tag}`);
}

/** Glyphs by code point. The sign for what is missing, glyph 0, does not count. */
function readGlyphs(file: Buffer, cmap: number): Map<number, number> {
  const found = new Map<number, number>();
  const count = file.readUInt16BE(cmap + 2);
  for (let at = cmap + 4; at < cmap + 4 + count * 8; at += 8) {
    const start = cmap + file.readUInt32BE(at + 4);
    const format = file.readUInt16BE(start);
    if (format === 4) readSegments(file, start, found);
    if (format === 12) readGroups(file, start, found);
  }
  return found;
}

function readSegments(file: Buffer, start: number, found: Map<number, number>): void {
  const bytes = file.readUInt16BE(start + 6);
  const [ends, starts] = [start + 14, start + 16 + bytes];
  const [deltas, offsets] = [starts + bytes, starts + bytes * 2];
  for (let at = 0; at < bytes; at += 2) {
    const delta = file.readUInt16BE(deltas + at);
    const offset = file.readUInt16BE(offsets + at);
    const first = file.readUInt16BE(starts + at);
    for (let code = first; code <= file.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const listed = offset && file.readUInt16BE(offsets + at + offset + (code - first) * 2);
      const glyph = offset && !listed ? 0 : ((listed || code) + delta) & 0xffff;
      if (glyph) found.set(code, glyph);
    }
  }
}

function readGroups(file: Buffer, start: number, found: Map<number, number>): void {
  const end = start + 16 + file.readUInt32BE(start + 12) * 12;
  for (let at = start + 16; at < end; at += 12) {
    const first = file.readUInt32BE(at);
    for (let code = first; code <= file.readUInt32BE(at + 4); code += 1)
      found.set(code, file.readUInt32BE(at + 8) + code - first);
  }
}
