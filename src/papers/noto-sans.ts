import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans/package.json"),
);

/** The folders of the two weights we draw with, and of no other font. */
export const FONT_FOLDERS = ["400Regular", "700Bold"].map((weight) => join(folder, weight));

/** The files of Noto Sans (OFL-1.1), the only font of papers and pictures. */
export const NOTO_SANS = {
  regular: join(folder, "400Regular", "NotoSans_400Regular.ttf"),
  bold: join(folder, "700Bold", "NotoSans_700Bold.ttf"),
} as const;
export type Weight = keyof typeof NOTO_SANS;
