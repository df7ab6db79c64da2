import { describe, it } from "vitest";
import { runHistories } from "./histories.ts";
import { temporaryFolder } from "./support.ts";

const runs = 25;

describe("random writes, reads and stops", () => {
  it(`do what a plain list does, ${runs} times`, { timeout: 120_000 }, async () => {
    await runHistories(await temporaryFolder(), runs);
  });
});
