import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Opening our papers in poppler is left out on a machine without it; CI always has it. */
export const hasPoppler = existsSync("/usr/bin/pdftotext");
if (!hasPoppler) console.log("No poppler found: opening our papers in it was left out.");

const run = promisify(execFile);

async function withFile<T>(pdf: Uint8Array, use: (path: string, dir: string) => Promise<T>) {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-pdf-"));
  try {
    await writeFile(join(dir, "paper.pdf"), pdf);
    return await use(join(dir, "paper.pdf"), dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The words of a PDF, each page as one line with single spaces. */
export function pagesOf(pdf: Uint8Array): Promise<string[]> {
  return withFile(pdf, async (path) => {
    const { stdout } = await run("pdftotext", ["-enc", "UTF-8", path, "-"], { maxBuffer: 1e8 });
    return stdout
      .split("\f")
      .slice(0, -1)
      .map((page) => page.replace(/\s+/g, " ").trim());
  });
}

export interface UsedFont {
  name: string;
  embedded: boolean;
  subset: boolean;
}

/** The fonts a PDF uses, as `pdffonts` lists them. */
export function fontsOf(pdf: Uint8Array): Promise<UsedFont[]> {
  return withFile(pdf, async (path) => {
    const { stdout } = await run("pdffonts", [path]);
    return stdout
      .split("\n")
      .slice(2)
      .filter(Boolean)
      .map((line) => {
        const [, name = "", embedded, subset] =
          /^(\S+).*?(yes|no) +(yes|no) +(yes|no)/.exec(line) ?? [];
        return { name, embedded: embedded === "yes", subset: subset === "yes" };
      });
  });
}

/** Its pages as pictures (PNG), in dots an inch. */
export function picturesOf(pdf: Uint8Array, dpi = 100): Promise<Buffer[]> {
  return withFile(pdf, async (path, dir) => {
    await run("pdftoppm", ["-png", "-r", String(dpi), path, join(dir, "page")]);
    const names = (await readdir(dir)).filter((name) => name.endsWith(".png")).sort();
    return Promise.all(names.map((name) => readFile(join(dir, name))));
  });
}
