import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder, whether this file runs from `src/` or from `dist/src/`. */
export const projectRoot = findUp(import.meta.dirname);

function findUp(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json was not found above " + import.meta.dirname);
  return findUp(parent);
}
