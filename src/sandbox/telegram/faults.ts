import type { Args } from "./args.ts";

/** What goes wrong on purpose. Without `code`, `reset` or `hang` it only delays. */
export interface FaultRule {
  method?: string;
  chat_id?: number;
  /** A part of the text or caption. */
  contains?: string;
  /** This many matching calls pass first. */
  skip?: number;
  /** How often it strikes; default once. */
  times?: number;
  /** Of [0, 1], drawn with the seed; default always. */
  probability?: number;
  code?: number;
  description?: string;
  /** Seconds, whole or not. */
  retry_after?: number;
  /** Real milliseconds. */
  delay_ms?: number;
  /** `before`: the call waits to be carried out; `after`: it is carried out and answered late. */
  delay?: "before" | "after";
  /** The whole answer as it stands, such as the HTML page of a gateway. */
  body?: string;
  /** `before`: never carried out; `after`: carried out and the answer lost. */
  reset?: "before" | "after";
  hang?: boolean;
}

export interface Fault extends FaultRule {
  id: string;
  hits: number;
  passed: number;
}

export interface Faults {
  add(rule: FaultRule): Fault;
  list(): Fault[];
  clear(): void;
  /** The first fault in the order set that strikes this call. */
  strike(method: string, args: Args, random: () => number): Fault | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let nextId = 1;
  return {
    add(rule) {
      const fault = { ...rule, id: `fault-${nextId++}`, hits: 0, passed: 0 };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear: () => void (faults = []),
    strike(method, args, random) {
      for (const fault of faults) {
        if (fault.hits >= (fault.times ?? 1) || !matches(fault, method, args)) continue;
        if (fault.passed++ < (fault.skip ?? 0)) continue;
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        fault.hits++;
        return fault;
      }
      return undefined;
    },
  };
}

function matches({ method, chat_id, contains }: FaultRule, called: string, args: Args): boolean {
  if (method !== undefined && method.toLowerCase() !== called) return false;
  if (chat_id !== undefined && args.text("chat_id") !== String(chat_id)) return false;
  const text = args.text("text") + args.text("caption");
  return contains === undefined || text.includes(contains);
}
