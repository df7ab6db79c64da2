import type { Api } from "grammy";
import type { Role } from "../access/role.ts";
import { type Standing, standingOf } from "../access/standing.ts";
import type { Services } from "../services.ts";
import { type Action, permitOf } from "./gate.ts";
import { type Language, LANGUAGES, type Speech, type Texts } from "./language.ts";
import { letPass } from "./telegram-errors.ts";

/** The list Telegram shows behind "/", in its order. Each has its text `command-<name>`. */
const EVERYBODY = [
  "daftar",
  "pelatihan",
  "berbagi",
  "profil",
  "kartu",
  "sertifikat",
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

/** Commands of those who may do something of the gate's table; they stand before the others. */
const BY_ACTION: readonly [command: string, action: Action, role?: Role][] = [
  ["tugas", "tasks.list"],
  ["anggota", "member.list", "leader"],
  ["perajin", "member.list", "coordinator"],
  ["daftarkan", "member.register"],
  ["komunitas", "community.list"],
  ["kelola", "training.list"],
  ["kabar", "notice.list", "coordinator"],
  ["sampaikan", "carry.list"],
  ["hadir", "presence.list"],
  ["konfirmasi", "answer.list"],
  ["berkas", "export.run"],
  ["statistik", "statistics.show"],
  ["peran", "role.list"],
  ["pengaturan", "settings.show"],
];

/** The commands this person has besides everybody's. */
export function commandsOf(standing: Standing): string[] {
  const holds = (role: Role) => standing.held.some((held) => held.role === role);
  return BY_ACTION.filter(
    ([, action, role]) =>
      permitOf(standing, action, undefined, "private") && (!role || holds(role)),
  ).map(([command]) => command);
}

const described = (commands: readonly string[], speech: Speech) =>
  commands.map((command) => ({ command, description: speech.plain(`command-${command}`) }));

/** Everybody's list in each language; Indonesian is what every other language falls back to. */
export const everybodysLists = (texts: Texts) =>
  LANGUAGES.map((language) => ({
    language,
    scope: inLanguage(language),
    commands: described(EVERYBODY, texts[language]),
  }));

/** How Telegram is told for whom words are: Indonesian ones are for who has no words of their own. */
export const inLanguage = (language: Language): { language_code?: "en" } =>
  language === "id" ? {} : { language_code: language };

/** Tells Telegram the command lists of everybody. */
export async function announceCommands(api: Api, texts: Texts): Promise<void> {
  for (const { commands, scope } of everybodysLists(texts))
    await api.setMyCommands(commands, scope);
}

type CommandServices = Pick<
  Services,
  "artisans" | "clock" | "ownerIds" | "people" | "roles" | "texts"
>;

/** The person's own list in their own chat, in their language; for most that is everybody's. */
export async function showOwnCommandsTo(
  chat: number,
  api: Api,
  services: CommandServices,
  language?: Speech["language"],
): Promise<void> {
  const own = commandsOf(await standingOf(chat, services));
  const scope = { scope: { type: "chat", chat_id: chat } } as const;
  const speech = services.texts[language ?? (await services.people.languageOf(chat)) ?? "id"];
  const call = own.length
    ? api.setMyCommands(described([...own, ...EVERYBODY], speech), scope)
    : api.deleteMyCommands(scope);
  // It is a convenience: the gate decides, whatever the list shows.
  await letPass(call, "blocked", "deactivated", "neverStarted", "refused", "doubtful", "notSent");
}

/** The same at /start and when the language changes: for those alone who have commands of their own. */
export async function showOwnCommands(
  { person, api, speech }: { person: number; api: Api; speech: Speech },
  services: CommandServices,
): Promise<void> {
  if (commandsOf(await standingOf(person, services)).length)
    await showOwnCommandsTo(person, api, services, speech.language);
}
