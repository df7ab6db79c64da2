import { parseArgs } from "node:util";

export const USAGE = `npm run demo -- [--port 8081] [--data .sandbox] [--reset] [--now 2025-08-14T09:00+07:00]

  --port   port of the page; 0 takes any free one
  --data   folder that keeps people, messages and records
  --reset  begins anew: removes that folder first
  --now    what the clock says at the start; default: now, or where it was left`;

export interface DemoOptions {
  port: number;
  data: string;
  reset: boolean;
  now: Date | undefined;
}

/** @throws Error with a sentence that says which option is wrong. */
export function readDemoOptions(args: string[]): DemoOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "8081" },
      data: { type: "string", default: ".sandbox" },
      reset: { type: "boolean", default: false },
      now: { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port`);
  }
  const now = values.now === undefined ? undefined : new Date(values.now);
  if (now && Number.isNaN(now.getTime())) {
    throw new Error(`--now ${values.now} is not a moment such as 2025-08-14T09:00+07:00`);
  }
  return { port, data: values.data, reset: values.reset, now };
}
