import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Copy, DockerfileParser, type Instruction } from "dockerfile-ast";
import { projectRoot } from "../../src/root.ts";

export const textOf = (path: string) => readFileSync(join(projectRoot, path), "utf8");

const dockerfile = DockerfileParser.parse(textOf("Dockerfile"));
const all = dockerfile.getInstructions();
const stageAt = all.map((one) => one.getKeyword()).lastIndexOf("FROM");

/** The instructions of the Dockerfile: of every stage, and of the one that becomes the image. */
export const instructions: readonly Instruction[] = all;
export const ofTheImage: readonly Instruction[] = all.slice(stageAt);

export const named = (keyword: string, among = ofTheImage) =>
  among.filter((one) => one.getKeyword() === keyword);

/** What one takes from where, without its flags. */
export interface Taken {
  from: string | undefined;
  sources: string[];
  to: string;
}

export function takenBy(instruction: Instruction): Taken {
  const copy = instruction as Copy;
  const paths = copy.getArguments().map((one) => one.getValue());
  const from = copy.getFromFlag()?.getValue() ?? undefined;
  return { from, sources: paths.slice(0, -1), to: paths.at(-1) ?? "" };
}

/** The words of a command in its JSON form; of a HEALTHCHECK, of the command that it runs. */
export function wordsOf(instruction: Instruction | undefined): string[] {
  const text = instruction?.getRawArgumentsContent() ?? "";
  return JSON.parse(text.slice(text.indexOf("["))) as string[];
}
