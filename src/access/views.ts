import type { Language } from "../bot/language.ts";
import type { Services } from "../services.ts";

/** Actions of the gate's table that show or hand out somebody's data. */
const VIEWS = {
  "answer.list": "viewed-answer-list",
  "answer.record": "viewed-answer-record",
  "carry.list": "viewed-carry-list",
  "carry.show": "viewed-carry-show",
  "carry.number": "viewed-carry-number",
  "carry.report": "viewed-carry-report",
  "member.list": "viewed-member-list",
  "member.search": "viewed-member-search",
  "member.show": "viewed-member-show",
  "phone.show": "viewed-phone-show",
  "claim.code": "viewed-claim-code",
  "member.check": "viewed-member-check",
  "record.check": "viewed-record-check",
  "notice.names": "viewed-notice-names",
  "notice.report": "viewed-notice-report",
  "promise.unread": "viewed-promise-unread",
  "promise.receipts": "viewed-promise-receipts",
  "presence.list": "viewed-presence-list",
  "presence.show": "viewed-presence-show",
  "presence.settle": "viewed-presence-settle",
  "card.mark": "viewed-card-mark",
  "doubles.show": "viewed-doubles-show",
  "record.merge": "viewed-record-merge",
  "record.unmerge": "viewed-record-unmerge",
  "feedback.help": "viewed-feedback-help",
  "sharing.confirm": "viewed-sharing-confirm",
  "role.list": "viewed-role-list",
  "community.show": "viewed-community-show",
  "training.people": "viewed-training-people",
  "enrolment.sheet": "viewed-enrolment-sheet",
  "enrolment.choose": "viewed-enrolment-choose",
  "enrolment.reasons": "viewed-enrolment-reasons",
  "export.run": "viewed-export-run",
  "paper.make": "viewed-paper-make",
  "paper.phones": "viewed-paper-phones",
  "paper.leader": "viewed-paper-leader",
  "paper.catalogue": "viewed-paper-catalogue",
  "artisanCard.make": "viewed-artisanCard-make",
  "certificate.issue": "viewed-certificate-issue",
  "certificate.list": "viewed-certificate-list",
  "certificate.end": "viewed-certificate-end",
  "import.run": "viewed-import-run",
} as const;

/** Somebody looked at, or exported, a person's data. */
export interface View {
  /** The role, and the name of the viewer's own record where there is one. */
  who: string;
  what: string;
  at: Date;
}

type ViewServices = Pick<Services, "audit" | "artisans" | "ownerIds" | "roles" | "texts">;

/** Who saw the data of an artisan, oldest first: it is theirs to know (UU 27/2022, Pasal 32). */
export async function viewsOf(
  artisan: string,
  { audit, artisans, ownerIds, roles, texts }: ViewServices,
  language: Language = "id",
): Promise<View[]> {
  const speech = texts[language];
  const lines = await audit.about(artisan, Object.keys(VIEWS));
  const viewers = new Set(lines.map(({ who }) => who));
  const names = new Map<string, string>();
  for (const telegram of [...ownerIds, ...(await roles.everHeld())]) {
    const token = audit.tokenOf(telegram);
    const record = viewers.has(token) ? await artisans.byTelegram(telegram) : undefined;
    if (record) names.set(token, record.name);
  }
  return lines.map(({ who, as, what, at }) => ({
    who: [speech.plain(`role-${as}`), names.get(who)].filter(Boolean).join(" "),
    what: speech.plain(VIEWS[what as keyof typeof VIEWS]),
    at,
  }));
}
