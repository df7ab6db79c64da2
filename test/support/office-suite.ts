import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const program = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));

/** Opening our sheets in LibreOffice is left out on a machine without it; CI always has it. */
export const hasOfficeSuite = program !== undefined;
if (!hasOfficeSuite) console.log("No LibreOffice found: opening our sheets in it was left out.");

/** Opens a workbook in LibreOffice without a screen, and gives its first sheet as CSV (UTF-8, `;`). */
export async function throughOfficeSuite(workbook: Buffer): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "sanggar-sheet-"));
  try {
    await writeFile(join(dir, "sheet.xlsx"), workbook);
    await promisify(execFile)(
      program ?? "soffice",
      [
        ...["--headless", "--norestore", `-env:UserInstallation=file://${dir}/profile`],
        // Separator, quote, UTF-8, from line 1, no formats; cells as they are shown.
        ...["--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true"],
        ...["--outdir", dir, join(dir, "sheet.xlsx")],
      ],
      { timeout: 60_000 },
    );
    return await readFile(join(dir, "sheet.csv"), "utf8");
  } finally {
    await rm(dir, { recursive: true });
  }
}
