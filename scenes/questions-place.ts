import type { Answers } from "../src/artisans/answers.ts";
import { shortLabel } from "../src/bot/card.ts";
import { readDesa, readKecamatan } from "../src/places/read-kecamatan.ts";
import type { Choice, Env, Question, Reading } from "./questions.ts";

type Ask = Question<Answers>;
type AnswersEnv = Env<Answers>;

/** Buttons under the question "kabupaten atau kota?". */
const IN_THE_CITY = "outside";
const IN_THE_KABUPATEN = "inside";

export const kecamatan: Ask = {
  field: "kecamatan",
  step: 4,
  columns: 2,
  choices: ({ services }) =>
    services.places.kecamatan().map(({ code, name }) => ({ value: code, label: name })),
  pick: pickKecamatan,
  read: readTypedKecamatan,
  show: ({ answers, services }) => services.places.showKecamatan(answers.kecamatan ?? ""),
  reopens: ["desa"],
};

async function pickKecamatan(value: string, { services, speech }: AnswersEnv): Promise<Reading> {
  const neighbour = services.places.neighbourByCode(value);
  if (neighbour && (await services.settings.takesNeighbours())) return { is: "answer", value };
  if (value === IN_THE_CITY || neighbour)
    return { is: "end", text: speech.html("kecamatan-refused") };
  if (value === IN_THE_KABUPATEN) return { is: "say", text: speech.html("kecamatan-which") };
  return services.places.kecamatanByCode(value)
    ? { is: "answer", value }
    : { is: "say", text: speech.html("ask-gone") };
}

function readTypedKecamatan(typed: string, env: AnswersEnv): Reading {
  const { services, speech } = env;
  const read = readKecamatan(typed, services.places);
  if (read.ok) return { is: "answer", value: read.value.code };
  switch (read.reason) {
    case "close":
      return unsure(read.guesses.map(asChoice), env);
    case "desa":
      return unsure(
        read.desa.map((desa) => ({
          value: desa.kecamatan,
          label: services.places.showKecamatan(desa.kecamatan),
        })),
        env,
        "kecamatan-by-desa",
      );
    case "twin": {
      const { city } = read;
      const choices = insideOrOutside(env, readKecamatanCode(city, env));
      return { is: "unsure", text: speech.html("kecamatan-twin", { city }), choices };
    }
    case "kabupaten":
      return { is: "say", text: speech.html("kecamatan-which") };
    case "city":
      return {
        is: "unsure",
        text: speech.html("kecamatan-outside", { city: read.city }),
        choices: insideOrOutside(env, read.neighbour),
      };
    case "unknown":
      return read.suggestions.length
        ? unsure(read.suggestions.map(asChoice), env)
        : { is: "say", text: speech.html("kecamatan-unknown") };
  }

  function asChoice({ code }: { code: string }): Choice {
    return { value: code, label: services.places.showKecamatan(code) };
  }
}

/** The code of a neighbour by its name, if it is one. */
function readKecamatanCode(city: string, { services }: AnswersEnv): string | undefined {
  const read = readKecamatan(city, services.places);
  return !read.ok && read.reason === "city" ? read.neighbour : undefined;
}

/** Whoever lives outside goes on where the office takes in that neighbour. */
function insideOrOutside({ speech }: AnswersEnv, neighbour = IN_THE_CITY): Choice[] {
  return [
    { value: IN_THE_KABUPATEN, label: shortLabel(speech.plain("kecamatan-inside-button")) },
    { value: neighbour, label: shortLabel(speech.plain("kecamatan-outside-button")) },
  ];
}

export const desa: Ask = {
  field: "desa",
  step: 5,
  optional: true,
  // Of a neighbour the table has no desa.
  onlyIf: ({ kecamatan }) => kecamatan === undefined || kecamatan.split(".").length > 2,
  columns: 2,
  values: ({ answers, services }) => ({
    kecamatan: services.places.showKecamatan(answers.kecamatan ?? ""),
  }),
  choices: ({ answers, services }) =>
    services.places
      .desaOf(answers.kecamatan ?? "")
      .map(({ code, name }) => ({ value: code, label: name })),
  read: readTypedDesa,
  show: ({ answers, services }) => services.places.showDesa(answers.desa ?? ""),
};

function readTypedDesa(typed: string, env: AnswersEnv): Reading {
  const { answers, services, speech } = env;
  const read = readDesa(typed, answers.kecamatan ?? "", services.places);
  if (read.ok) return { is: "answer", value: read.value.code };
  const guesses = read.reason === "unknown" ? read.suggestions : read.guesses;
  const choices = guesses.map(({ code, name }) => ({ value: code, label: name }));
  const here = services.places.showKecamatan(answers.kecamatan ?? "");
  if (read.reason === "elsewhere") {
    const there = read.desa.map((one) => services.places.showKecamatan(one.kecamatan)).join(", ");
    return { is: "say", text: speech.html("desa-elsewhere", { here, there }) };
  }
  return choices.length
    ? unsure(choices, env)
    : { is: "say", text: speech.html("desa-unknown", { here }) };
}

/** The same place may be meant by several spellings; each is offered once. */
function unsure(choices: Choice[], { speech }: AnswersEnv, key = "ask-meant"): Reading {
  const once = new Map(choices.map((choice) => [choice.value, choice]));
  return { is: "unsure", text: speech.html(key), choices: [...once.values()] };
}
