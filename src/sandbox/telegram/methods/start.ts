import { parseJson } from "../args.ts";
import { setAllowed } from "../updates.ts";
import type { MethodCall } from "./sending.ts";

export const getMe = ({ core }: MethodCall) => core.state.bot;

/** Long poll. `allowed_updates` is kept for the calls after it. [BA] */
export function getUpdates({ core, args, signal }: MethodCall) {
  if (args.has("allowed_updates")) setAllowed(core, parseJson(args.text("allowed_updates")));
  return core.polling.poll(core, {
    offset: args.integer("offset", 0),
    limit: args.integer("limit", 100, 1, 100),
    timeout: args.integer("timeout", 0, 0, 50),
    signal,
  });
}

export function deleteWebhook({ core, args }: MethodCall): true {
  core.state.webhook = null;
  if (args.flag("drop_pending_updates")) core.state.queue = [];
  return true;
}
