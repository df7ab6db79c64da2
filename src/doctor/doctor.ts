import { systemClock } from "../clock.ts";
import { processEnvironment } from "../config.ts";
import { examine } from "./examine.ts";
import { showFinding } from "./finding.ts";
import { THIS_MACHINE } from "./look-at-machine.ts";

/**
 * `npm run doctor`: looks at all that the bot needs, also while it runs, and says of each what is
 * wrong and what to do. Exits with 1 where there is a fault.
 */
const findings = await examine(processEnvironment(), systemClock, THIS_MACHINE);
for (const finding of findings) process.stdout.write(`${showFinding(finding)}\n`);
const faults = findings.filter(({ is }) => is === "fault").length;
process.stdout.write(faults ? `\nFaults: ${faults}.\n` : "\nNo fault was found.\n");
if (faults) process.exitCode = 1;
