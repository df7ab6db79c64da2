import type { Button } from "../bot/card.ts";
import type { Html } from "../bot/html.ts";

/** One kind of thing that waits for somebody of the office: a line, and the way to the first. */
export interface Task {
  text: Html;
  button: Button;
}
