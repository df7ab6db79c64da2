import { expect } from "vitest";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import type { TestSanggar } from "../support/sanggar.ts";
import type { Given } from "../support/steps.ts";

/** A dialogue as its laws see it. */
export interface Talk {
  name: string;
  /** In the order they are asked. */
  questions: string[];
  /** When it is held, unless it is the usual day of the tests. */
  now?: Date;
  /** What must be there before anybody can hold it. */
  prepare?(sanggar: TestSanggar): Promise<void>;
  /** The fields that its script asks, but for those that a talk of this kind never comes to. */
  scripted(sanggar: TestSanggar): string[];
  /** A new person to whom this question is the open one. */
  ask(field: string, sanggar: TestSanggar): Promise<{ person: TestPerson; asked: Seen }>;
  /** Opens it, or takes it up where it was left. */
  begin(person: TestPerson, sanggar: TestSanggar): Promise<Seen>;
  /** Words of its card, where it is opened again there and not at its open question. */
  card?: string;
  /** Words by which /batal tells how one goes on. */
  wayBack: string;
  kept(person: TestPerson, sanggar: TestSanggar): Promise<Record<string, unknown> | undefined>;
  good(field: string): Given;
  /** What is stored of the good answer. */
  stored(field: string): unknown;
}

/** What is stored of any photo. */
export const A_PHOTO = expect.objectContaining({ fileId: expect.any(String) as string }) as unknown;
