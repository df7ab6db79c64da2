import { changeScript } from "../../scenes/change.ts";
import { behalfScript, correctionScript } from "../../scenes/on-behalf.ts";
import { registrationScript } from "../../scenes/registration.ts";
import type { Field } from "../../src/artisans/answers.ts";
import {
  type Asked,
  askedFor,
  begin,
  type Dialogue,
  GOOD,
  goodAnswer,
  keptAnswers,
  QUESTIONS,
} from "../support/form.ts";
import { A_PHOTO, type Talk } from "./talk.ts";

const SCRIPTS = {
  registration: registrationScript,
  change: changeScript,
  behalf: behalfScript,
  correction: correctionScript,
};

const WAYS = {
  registration: "/daftar untuk melanjutkan",
  change: "/ubah",
  behalf: "/daftarkan",
  correction: "Untuk melanjutkan, buka lagi kartu",
};
const CARD = "Tekan bagian yang ingin diubah";

/** A dialogue in which a record is made or changed. */
export function formTalk(dialogue: Dialogue): Talk {
  return {
    name: dialogue,
    questions: QUESTIONS[dialogue],
    scripted({ services }) {
      const asked = SCRIPTS[dialogue](services).questions.map(({ field }) => field);
      // Consent and age are asked once only.
      return asked.filter((field) => QUESTIONS[dialogue].includes(field) || !isAskedOnce(field));
    },
    ask: (field, sanggar) => askedFor(field as Asked, sanggar, dialogue),
    begin: (person) => begin(person, dialogue),
    ...((dialogue === "change" || dialogue === "correction") && { card: CARD }),
    wayBack: WAYS[dialogue],
    kept: async (person, sanggar) => ({ ...(await keptAnswers(person, sanggar, dialogue)) }),
    good: (field) => goodAnswer(field as Asked, dialogue),
    stored: (field) => (field === "photo" ? A_PHOTO : GOOD[field as Field].stored),
  };
}

const isAskedOnce = (field: string) => field === "consent" || field === "adult";
