import { tooManyRequests } from "./errors.ts";

/**
 * How fast a bot may send. Telegram's own limits are unpublished; these bracket them:
 * a token bucket, or a window of 30 in any 1,000 ms: `W` refuses the 31st for a second, `L` then
 * shuts the bot for five. Paid broadcasts widen the window to a `size` of 1,000. [DOC: Bots FAQ]
 */
export type Rate = Buckets | { window: "W" | "L"; size?: number } | { off: true };

/**
 * Messages a second, in all and to one chat; `burst` of the latter can be saved up. A group takes
 * `group` in any minute besides. [OBS: rules of thumb]
 */
interface Buckets {
  all?: number;
  chat?: number;
  burst?: number;
  group?: number;
}

export interface Limits {
  set(rate: Rate): void;
  /** Counts one send at `now` (ms). @throws Refusal 429 where it is one too many. */
  take(method: string, chat: string, now: number): void;
}

const counted = /^(?:send(?!chataction)|copy|forward|edit)/;
const windowMs = 1_000;
const windowSize = 30;
const shutMs = 5_000;
const minuteMs = 60_000;

export function createLimits(): Limits {
  let take: (chat: string, now: number) => void = () => undefined;
  return {
    set(rate) {
      if ("off" in rate) take = () => undefined;
      else take = "window" in rate ? createWindow(rate.window, rate.size) : createBuckets(rate);
    },
    take(method, chat, now) {
      if (counted.test(method)) take(chat, now);
    },
  };
}

function createWindow(kind: "W" | "L", size = windowSize): (chat: string, now: number) => void {
  let sent: number[] = [];
  let shutUntil = 0;
  return (_chat, now) => {
    if (now < shutUntil) throw tooManyRequests(Math.ceil((shutUntil - now) / 1000));
    sent = sent.filter((at) => at > now - windowMs);
    if (sent.length < size) return void sent.push(now);
    if (kind === "L") shutUntil = now + shutMs;
    throw tooManyRequests(kind === "L" ? shutMs / 1000 : 1);
  };
}

function createBuckets({ all = 30, chat = 1, burst = 5, group = 20 }: Buckets) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const groups = new Map<string, number[]>();
  const refill = (key: string, rate: number, size: number, now: number) => {
    const bucket = buckets.get(key) ?? { tokens: size, at: now };
    bucket.tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    bucket.at = now;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) throw tooManyRequests(Math.ceil((1 - bucket.tokens) / rate));
    return bucket;
  };
  const lastMinute = (id: string, now: number) => {
    const sent = (groups.get(id) ?? []).filter((at) => at > now - minuteMs);
    groups.set(id, sent);
    const [oldest = now] = sent;
    if (sent.length >= group) throw tooManyRequests(Math.ceil((oldest + minuteMs - now) / 1000));
    return sent;
  };
  return (id: string, now: number) => {
    const whole = refill("", all, all, now);
    const own = refill(id, chat, burst, now);
    if (id.startsWith("-")) lastMinute(id, now).push(now);
    whole.tokens--;
    own.tokens--;
  };
}
