import { CRAFTS, type CraftKey, readCrafts, showCraft } from "../src/places/crafts.ts";
import { readKecamatan } from "../src/places/read-kecamatan.ts";
import { normalise, shorten } from "../src/text.ts";
import { type QuotaName, readQuotas } from "../src/trainings/read-quotas.ts";
import { ADMISSIONS } from "../src/trainings/training.ts";
import { MOST_SEATS, readSeats } from "../src/trainings/read-seats.ts";
import { quotaWords } from "../src/trainings/training-words.ts";
import { readOwnList } from "./own-words.ts";
import { type Ask, gone, MOST_SHOWN, type TrainingEnv } from "./questions-when.ts";
import type { Choice, Reading } from "./questions.ts";

export const partners: Ask = {
  field: "partners",
  step: 5,
  optional: true,
  read: (typed, env) => readOwnList(typed, { least: 3, most: 80, count: 5 }, env),
  show: ({ answers }) => shorten((answers.partners ?? []).join("; "), MOST_SHOWN),
};

export const seats: Ask = {
  field: "capacity",
  step: 5,
  actions: ({ speech }) =>
    ["20", "25", "30"].map((value) => ({
      value,
      label: speech.plain("plan-seats", { seats: value }),
    })),
  pick: readTypedSeats,
  read: readTypedSeats,
  show: ({ answers, speech }) =>
    speech.plain("plan-seats", { seats: String(answers.capacity ?? 0) }),
};

function readTypedSeats(typed: string, { speech }: TrainingEnv): Reading {
  const read = readSeats(typed);
  return read === undefined
    ? { is: "say", text: speech.html("plan-seats-wrong", { most: String(MOST_SEATS) }) }
    : { is: "answer", value: read };
}

export const quotas: Ask = {
  field: "quotas",
  step: 5,
  optional: true,
  read: readTypedQuotas,
  async show({ answers, services, speech }) {
    const naming = { places: services.places, communities: await services.communities.all() };
    const words = (answers.quotas ?? []).map((quota) => quotaWords(speech, quota, naming));
    return shorten(words.join(", "), MOST_SHOWN);
  },
};

async function readTypedQuotas(typed: string, env: TrainingEnv): Promise<Reading> {
  const { answers, services, speech } = env;
  const communities = await services.communities.active();
  const names: QuotaName[] = [
    ...communities.map(({ id, name }) => ({ by: "community" as const, of: id, name })),
    ...services.places
      .kecamatan()
      .map(({ code, name }) => ({ by: "kecamatan" as const, of: code, name })),
  ];
  const read = readQuotas(typed, { names, seats: answers.capacity ?? MOST_SEATS });
  if (read.ok) return { is: "answer", value: read.value };
  const said = shorten(read.said, 40);
  return { is: "say", text: speech.html(`plan-quotas-${read.reason}`, { said }) };
}

export const openTo: Ask = {
  field: "openTo",
  step: 5,
  choices: ({ speech }) =>
    ["all", "some"].map((value) => ({ value, label: speech.plain(`plan-openTo-${value}`) })),
  show: ({ answers: { openTo: said = "all" }, speech }) => speech.plain(`plan-openTo-${said}`),
};

type Bound = "onlyKecamatan" | "onlyCrafts" | "onlyCommunities";

/** Ticks of what an applicant should have; none asks for nothing. */
function only(
  field: Bound,
  listOf: (env: TrainingEnv) => Choice[] | Promise<Choice[]>,
  readWords: (typed: string, env: TrainingEnv) => string[] | Promise<string[]>,
): Ask {
  return {
    ...{ field, step: 5, optional: true, many: { least: 1, most: 40 } },
    onlyIf: (answers) => answers.openTo === "some",
    choices: listOf,
    async read(typed, env) {
      const value = await readWords(typed, env);
      return value.length ? { is: "ticked", value, page: 0 } : gone(env);
    },
    async show(env) {
      const ticked = env.answers[field] ?? [];
      const labels = (await listOf(env)).filter(({ value }) => ticked.includes(value));
      return shorten(labels.map(({ label }) => label).join(", "), MOST_SHOWN);
    },
  };
}

export const onlyKecamatan = only(
  "onlyKecamatan",
  ({ services }) =>
    services.places.kecamatan().map(({ code, name }) => ({ value: code, label: name })),
  (typed, { services }) =>
    typed.split(/[,;\n]+/).flatMap((one) => {
      const read = readKecamatan(one, services.places);
      return read.ok ? [read.value.code] : [];
    }),
);

export const onlyCrafts = only(
  "onlyCrafts",
  ({ speech }) =>
    CRAFTS.map(({ key }) => ({ value: key, label: showCraft(key, speech.language, "short") })),
  (typed): CraftKey[] => [...readCrafts(typed)],
);

const communityChoices = async ({ services }: TrainingEnv): Promise<Choice[]> =>
  (await services.communities.active()).map(({ id, name }) => ({ value: id, label: name }));

export const onlyCommunities: Ask = {
  ...only("onlyCommunities", communityChoices, async (typed, env) => {
    const said = normalise(typed);
    const all = await communityChoices(env);
    return all.flatMap(({ value, label }) =>
      said.length > 2 && normalise(label).includes(said) ? [value] : [],
    );
  }),
};

export const admission: Ask = {
  field: "admission",
  step: 5,
  choices: ({ speech }) =>
    ADMISSIONS.map((value) => ({ value, label: speech.plain(`plan-admission-${value}`) })),
  show: ({ answers: { admission: said = "direct" }, speech }) =>
    speech.plain(`plan-admission-${said}`),
};
