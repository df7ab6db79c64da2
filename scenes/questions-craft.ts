import {
  type Answers,
  NO_COMMUNITY,
  OTHER_CRAFT,
  UNLISTED_COMMUNITY,
} from "../src/artisans/answers.ts";
import { MOST_CRAFTS, WORDS } from "../src/artisans/read-words.ts";
import type { Speech } from "../src/bot/language.ts";
import { nearestFirst } from "../src/communities/community.ts";
import { type CraftKey, CRAFTS, readCrafts, showCraft } from "../src/places/crafts.ts";
import { normalise } from "../src/text.ts";
import { readOwnWords } from "./own-words.ts";
import type { Choice, Env, Question, Reading } from "./questions.ts";

type Ask = Question<Answers>;
type AnswersEnv = Env<Answers>;

export const community: Ask = {
  field: "community",
  step: 6,
  skipAs: NO_COMMUNITY,
  choices: communityChoices,
  read: readTypedCommunity,
  show: showCommunity,
  reopens: ["communityOther"],
};

async function communityChoices({ answers, services, speech }: AnswersEnv): Promise<Choice[]> {
  const communities = await services.communities.active();
  return [
    ...nearestFirst(communities, answers.kecamatan ?? "").map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    ...[NO_COMMUNITY, UNLISTED_COMMUNITY].map((value) => ({
      value,
      label: speech.plain(`community-${value}`),
    })),
  ];
}

async function readTypedCommunity(typed: string, env: AnswersEnv): Promise<Reading> {
  const said = normalise(typed);
  const choices = await communityChoices(env);
  const meant = choices.filter(({ label }) => normalise(label).includes(said) && said.length > 2);
  return meant.length
    ? { is: "unsure", text: env.speech.html("ask-meant"), choices: meant }
    : { is: "say", text: env.speech.html("community-unknown") };
}

async function showCommunity({ answers, services, speech }: AnswersEnv): Promise<string> {
  const { community: id = NO_COMMUNITY } = answers;
  if (id === NO_COMMUNITY || id === UNLISTED_COMMUNITY) return speech.plain(`community-${id}`);
  return (await services.communities.byId(id))?.name ?? id;
}

export const communityOther: Ask = {
  field: "communityOther",
  step: 6,
  onlyIf: (answers) => answers.community === UNLISTED_COMMUNITY,
  read: (typed, env) => readOwnWords(typed, WORDS.communityOther, env),
  show: ({ answers }) => answers.communityOther ?? "",
};

export const crafts: Ask = {
  field: "crafts",
  step: 7,
  many: { least: 1, most: MOST_CRAFTS },
  choices: ({ speech }) => CRAFTS.map(({ key }) => craftChoice(key, speech)),
  read: readTypedCrafts,
  show: ({ answers, speech }) =>
    (answers.crafts ?? []).map((key) => showCraft(key, speech.language, "short")).join(", "),
  reopens: (value, before) => (hasOther(value) && hasOther(before.crafts) ? OF_MAIN : OF_CRAFTS),
};

/** What the own words say stays true as long as there is a craft of one's own. */
const hasOther = (crafts: unknown): boolean =>
  Array.isArray(crafts) && crafts.includes(OTHER_CRAFT);
const OF_MAIN = ["mainCraft"] as const;
const OF_CRAFTS = ["craftOther", "mainCraft"] as const;

function craftChoice(key: CraftKey, { language }: Speech): Choice {
  return { value: key, label: showCraft(key, language, "short") };
}

/** A word may lead to several crafts; all are ticked for the person to confirm. */
function readTypedCrafts(typed: string, { speech }: AnswersEnv): Reading {
  const named = readCrafts(typed);
  return named.length
    ? { is: "ticked", value: [...named], page: 0 }
    : { is: "say", text: speech.html("craft-unknown") };
}

export const craftOther: Ask = {
  field: "craftOther",
  step: 7,
  onlyIf: (answers) => answers.crafts?.includes(OTHER_CRAFT) ?? false,
  read: (typed, env) => readOwnWords(typed, WORDS.craftOther, env),
  show: ({ answers }) => answers.craftOther ?? "",
};

export const mainCraft: Ask = {
  field: "mainCraft",
  step: 7,
  onlyIf: ({ crafts: chosen = [] }) => chosen.length > 1,
  choices: ({ answers, speech }) => (answers.crafts ?? []).map((key) => craftChoice(key, speech)),
  show: ({ answers, speech }) =>
    answers.mainCraft ? showCraft(answers.mainCraft, speech.language, "short") : "",
};
