import { expect, it } from "vitest";
import { caseIds, readProven } from "./proven.ts";

it("names no case that is not there, and says how many are unproven", async () => {
  const proven = await readProven();
  const unproven = caseIds.filter((id) => !proven[id]?.length);
  process.stdout.write(
    `conformance: ${unproven.length} of ${caseIds.length} cases are unproven on a real MongoDB\n`,
  );
  expect(new Set(caseIds).size).toBe(caseIds.length);
  expect(Object.keys(proven).filter((id) => !caseIds.includes(id))).toEqual([]);
});
