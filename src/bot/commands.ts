import type { Api } from "grammy";
import { LANGUAGES, type Texts } from "./language.ts";

/** The list Telegram shows behind "/", in its order. Each has its text `command-<name>`. */
const EVERYBODY = [
  "daftar",
  "pelatihan",
  "profil",
  "ubah",
  "datasaya",
  "jeda",
  "berhenti",
  "hapus",
  "cek",
  "bantuan",
  "batal",
  "bahasa",
  "tentang",
];

/** Tells Telegram the command lists; Indonesian is what every other language falls back to. */
export async function announceCommands(api: Api, texts: Texts): Promise<void> {
  for (const language of LANGUAGES) {
    const commands = EVERYBODY.map((command) => ({
      command,
      description: texts[language].plain(`command-${command}`),
    }));
    const scope = language === "id" ? {} : { language_code: language };
    await api.setMyCommands(commands, scope);
  }
}
