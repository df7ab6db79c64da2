import {
  type Answers,
  NO_COMMUNITY,
  OTHER_CRAFT,
  UNLISTED_COMMUNITY,
} from "../src/artisans/answers.ts";
import { nearestFirst } from "../src/communities/community.ts";
import { CRAFTS, readCrafts, showCraft } from "../src/places/crafts.ts";
import { cleanText, graphemes, normalise } from "../src/text.ts";
import type { Choice, Env, Question, Reading } from "./questions.ts";

type Ask = Question<Answers>;
type AnswersEnv = Env<Answers>;

const OWN_WORDS = { least: 3, most: 60 };

export const community: Ask = {
  field: "community",
  step: 6,
  choices: communityChoices,
  read: readTypedCommunity,
  show: showCommunity,
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
  read: (typed, env) => readOwnWords(typed, env),
  show: ({ answers }) => answers.communityOther ?? "",
};

export const crafts: Ask = {
  field: "crafts",
  step: 7,
  choices: ({ speech }) =>
    CRAFTS.map(({ key }) => ({ value: key, label: showCraft(key, speech.language, "short") })),
  pick: (value) => ({ is: "answer", value: [value] }),
  read: readTypedCraft,
  show: ({ answers, speech }) =>
    (answers.crafts ?? []).map((key) => showCraft(key, speech.language)).join("; "),
};

/** A typed craft is confirmed by its button, since one word may lead to several. */
function readTypedCraft(typed: string, { speech }: AnswersEnv): Reading {
  const named = readCrafts(typed);
  if (!named.length) return { is: "say", text: speech.html("craft-unknown") };
  return {
    is: "unsure",
    text: speech.html("ask-meant"),
    choices: named.map((key) => ({ value: key, label: showCraft(key, speech.language, "short") })),
  };
}

export const craftOther: Ask = {
  field: "craftOther",
  step: 7,
  onlyIf: (answers) => answers.crafts?.includes(OTHER_CRAFT) ?? false,
  read: (typed, env) => readOwnWords(typed, env),
  show: ({ answers }) => answers.craftOther ?? "",
};

function readOwnWords(typed: string, { speech }: AnswersEnv): Reading {
  const value = cleanText(typed);
  const length = graphemes(value);
  if (length < OWN_WORDS.least || !/\p{L}{2}/u.test(value)) {
    return { is: "say", text: speech.html("own-words-tooShort") };
  }
  if (length > OWN_WORDS.most) return { is: "say", text: speech.html("own-words-tooLong") };
  if (/[<>@]|:\/\//.test(value)) return { is: "say", text: speech.html("own-words-signs") };
  return { is: "answer", value };
}
