import { type Seen, type TestPerson, tinyPng } from "../../src/sandbox/telegram/client.ts";
import type { TestSanggar } from "./sanggar.ts";

export type Step = { press: string } | { say: string } | { photo: true };

/** How a question is answered; `all`: by several things in a row. */
export type Given = Step | { all: { press: string }[] };

const PHOTO = {
  kind: "photo",
  file_name: "karya.png",
  base64: tinyPng.toString("base64"),
} as const;

const stepsOf = (given: Given): Step[] => ("all" in given ? [...given.all] : [given]);

/** What the person sees after the last step. */
export async function give(person: TestPerson, given: Given): Promise<Seen> {
  let seen: Seen | undefined;
  for (const step of stepsOf(given)) seen = await take(step, person);
  if (!seen) throw new Error("no step to take");
  return seen;
}

/** Takes all but the last step; that one is then taken without waiting for what follows. */
export async function nearlyGive(person: TestPerson, given: Given) {
  const steps = stepsOf(given);
  const last = steps.pop();
  for (const step of steps) await take(step, person);
  return ({ standin: { control } }: TestSanggar) => {
    if (!last) throw new Error("no step to take");
    if ("say" in last) control.say({ person: person.id, text: last.say });
    else if ("photo" in last) control.upload({ person: person.id, ...PHOTO });
    else if (control.screen(person.id).keyboard)
      control.tap({ person: person.id, label: last.press });
    else control.press({ person: person.id, label: last.press });
  };
}

function take(step: Step, person: TestPerson): Promise<Seen> {
  if ("say" in step) return person.says(step.say);
  return "photo" in step ? person.sendsPhoto() : person.presses(step.press);
}
