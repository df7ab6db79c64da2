/**
 * The 29 kecamatan as tiles, row 0 in the north, column 0 in the west; Kota Cilegon and Kota
 * Serang lie in the gaps.
 */
const NAMES = [
  ["", "", "Pulo Ampel", "", "", "", "", "", ""],
  ["", "", "Bojonegara", "", "", "", "Pontang", "Tirtayasa", "Tanara"],
  ["", "", "Kramatwatu", "", "", "", "Lebak Wangi", "Carenang", ""],
  ["Anyar", "Mancak", "Waringinkurung", "", "", "Ciruas", "Kragilan", "Kibin", "Binuang"],
  [
    ...["Cinangka", "Padarincang", "Gunungsari", "Pabuaran", "Baros"],
    ...["Petir", "Cikeusal", "Bandung", "Cikande"],
  ],
  ["", "", "Ciomas", "", "", "Tunjung Teja", "Pamarayan", "Jawilan", "Kopo"],
] as const;

export const MAP_SIZE = { rows: NAMES.length, columns: NAMES[0].length } as const;

export interface Tile {
  name: string;
  row: number;
  column: number;
}

export const TILES: readonly Tile[] = NAMES.flatMap((names, row) =>
  names.flatMap((name, column): Tile[] => (name === "" ? [] : [{ name, row, column }])),
);
