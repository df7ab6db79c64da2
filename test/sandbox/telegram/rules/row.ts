import type { Place } from "../place.ts";

/** Telegram refuses this call with this code and exactly this text. */
export interface Refused {
  rule: string;
  source: string;
  call: string;
  /** The parameters; may prepare things first. A FormData is sent as a form. */
  given: (place: Place) => object | Promise<object>;
  code: number;
  text: string;
}

/** Telegram does this; `holds` fails where the stand-in does not. */
export interface Held {
  rule: string;
  source: string;
  says: string;
  holds: (place: Place) => Promise<void>;
}

/** Every rule of the specification's section 4, by chapter. */
export const chapters: Record<string, number> = {
  "4.1": 7,
  "4.2": 10,
  "4.3": 4,
  "4.4": 5,
  "4.5": 5,
  "4.6": 5,
  "4.7": 4,
  "4.8": 4,
  "4.9": 2,
};
