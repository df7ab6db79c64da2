import type { Config } from "../config.ts";
import { errorFacts, type Log } from "../log.ts";
import type { Program } from "../program.ts";
import { closeHttp } from "./close-http.ts";
import { createDoor } from "./door.ts";
import { createStatus } from "./status.ts";

const LOOPBACK = "127.0.0.1";
const EVERYWHERE = "0.0.0.0";

/**
 * The door for updates, with INTAKE=webhook, and the status pages. Without the door nobody is
 * answered, so a port in use ends the start; without the pages only nobody can look.
 */
export async function startHttp(
  { intake, port, statusPort }: Pick<Config, "intake" | "port" | "statusPort">,
  program: Program,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  const status = createStatus(program);
  await status
    .listen({ port: statusPort, host: LOOPBACK })
    .catch((error: unknown) => log.alarm("no status pages", errorFacts(error)));
  const open = [status];
  if (intake.kind === "webhook") {
    const { count } = program.counts;
    const path = new URL(intake.url).pathname;
    const door = createDoor({ ...program, path, secret: intake.secret, count });
    await door.listen({ port, host: EVERYWHERE });
    open.unshift(door);
  }
  return {
    async close() {
      for (const server of open) await closeHttp(server);
    },
  };
}
