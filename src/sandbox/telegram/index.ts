import type { AdjustableClock } from "../../clock.ts";
import { type Control, createControl } from "./control.ts";
import type { Hooks } from "./core.ts";
import { createCore } from "./create-core.ts";
import { texts } from "./errors.ts";
import { looksReal, openGate } from "./http.ts";
import { createRoutes } from "./routes.ts";

export type { Control } from "./control.ts";
export type { Due, Hooks } from "./core.ts";

export interface StandinOptions {
  clock: AdjustableClock;
  /** A demo token such as the default; one that looks real is refused. */
  token?: string;
  /** Default: any free one. */
  port?: number;
  /** The folder of the page served at `/`. */
  pageDir?: string;
  hooks?: Hooks;
  /** One seed gives the same ids and random faults again; default 1. */
  seed?: number;
}

export interface Standin {
  /** `http://127.0.0.1:PORT`: the page, and the root of the Bot API. */
  url: string;
  token: string;
  control: Control;
  setHooks(hooks: Hooks): void;
  stop(): Promise<void>;
}

/**
 * Starts a small Telegram Bot API server on 127.0.0.1 for machines that cannot reach Telegram.
 * @throws when the token looks real or the port is taken.
 */
export async function createStandin(options: StandinOptions): Promise<Standin> {
  const { clock, token = "7000000001:sanggar-demo", port = 0, pageDir, hooks, seed = 1 } = options;
  if (looksReal(token)) throw new Error(`stand-in: ${texts.realToken}`);
  const core = createCore({ clock, token, seed, hooks });
  const control = createControl(core);
  const gate = await openGate(core, port, createRoutes(core, control, pageDir));
  return {
    url: gate.url,
    token,
    control,
    setHooks: (given) => void (core.hooks = given),
    stop() {
      core.sender?.stop();
      return gate.stop();
    },
  };
}
