const ENTRY = 0x02014b50;
const HEADER_BYTES = 46;

/**
 * How many bytes the parts of a ZIP say they have unpacked; a part that hides it counts as
 * endless. Readers unpack no part beyond what it says, so a bomb is seen before it bursts.
 */
export function unpackedSize(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = view.indexOf(mark); at !== -1; at = view.indexOf(mark, at + 4)) {
    if (at + HEADER_BYTES > view.length || view.readUInt32LE(at) !== ENTRY) continue;
    const packed = view.readUInt32LE(at + 20);
    const unpacked = view.readUInt32LE(at + 24);
    sum += unpacked === 0 && packed > 2 ? Infinity : unpacked;
  }
  return sum;
}
