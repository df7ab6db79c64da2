import type { Language } from "../bot/language.ts";
import type { Services } from "../services.ts";

/** Actions of the gate's table that show or hand out somebody's data. */
const VIEWS = {
  "doubles.show": "viewed-doubles-show",
  "record.merge": "viewed-record-merge",
  "record.unmerge": "viewed-record-unmerge",
} as const;

/** Somebody looked at, or exported, a person's data. */
export interface View {
  /** The role, and the name of the viewer's own record where there is one. */
  who: string;
  what: string;
  at: Date;
}

/** Who saw the data of an artisan, oldest first: it is theirs to know (UU 27/2022, Pasal 32). */
export async function viewsOf(
  artisan: string,
  { audit, artisans, texts }: Pick<Services, "audit" | "artisans" | "texts">,
  language: Language = "id",
): Promise<View[]> {
  const speech = texts[language];
  const lines = await audit.about(artisan, Object.keys(VIEWS));
  const viewers = [...new Set(lines.map(({ who }) => who))];
  const names = new Map<number, string>();
  for (const viewer of viewers) {
    const record = await artisans.byTelegram(viewer);
    if (record) names.set(viewer, record.name);
  }
  return lines.map(({ who, as, what, at }) => ({
    who: [speech.plain(`role-${as}`), names.get(who)].filter(Boolean).join(" "),
    what: speech.plain(VIEWS[what as keyof typeof VIEWS]),
    at,
  }));
}
