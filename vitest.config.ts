import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute and more begin first, so that no worker waits for them alone. */
const LONG =
  /sandbox\/(demo|page\/page)\.test|scenes\/laws-\w+\.test|test\/main\.test|durability\.test|access\/keyboards\.test|trainings\/whole-life\.test|reliability\/(registering|crash-points)\.test/;

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    globalSetup: "test/support/database-server.ts",
    setupFiles: "test/support/same-cases.ts",
    sequence: { sequencer: LongOnesFirst },
  },
});
