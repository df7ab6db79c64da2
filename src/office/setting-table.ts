import { LEAST_ERASURE_LIST_DAYS, RETENTION, type Retention } from "../privacy/retention.ts";

/** What a setting holds, and what is taken for it. */
type Shape =
  | { kind: "words"; most: number }
  /** The number of an official: 18 digits, kept in four parts. */
  | { kind: "nip" }
  | { kind: "switch" }
  | { kind: "percent"; least: number; most: number }
  | { kind: "count"; least: number; most: number }
  /** A local hour, "06:00". */
  | { kind: "time"; least: string; most: string }
  /** Local hours, "20:30-07:00"; night: they end on the next morning. */
  | { kind: "span"; least: string; most: string; night?: true };

export const SETTING_GROUPS = [
  ...(["office", "privacy", "hours", "certificate", "rules", "retention"] as const),
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export type SettingValue = string | number | boolean;

interface Row {
  /** As its buttons and the audit call it. */
  key: string;
  group: SettingGroup;
  /** Where it rests in the document of the settings. */
  path: string;
  /** What holds while nobody set it; "" is nothing. */
  standard: SettingValue;
  shape: Shape;
  /** It can be changed and not be emptied. */
  needed?: true;
}

type Widened<V> = V extends string ? string : V extends number ? number : boolean;

const row = <const K extends string, V extends SettingValue>(
  group: SettingGroup,
  key: K,
  path: string,
  standard: V,
  shape: Shape,
) => ({ key, group, path, standard, shape });

/** Left empty until the office says it. */
const said = <const K extends string>(group: SettingGroup, key: K, path: string, most = 120) =>
  row(group, key, path, "", { kind: "words", most });

const nip = <const K extends string>(group: SettingGroup, key: K, path: string) =>
  row(group, key, path, "", { kind: "nip" });

const onOff = <const K extends string>(key: K, path: string, standard: boolean) =>
  row("rules", key, path, standard, { kind: "switch" });

/** Local hours, and the bounds they lie in. */
const span = <const K extends string>(key: K, path: string, ...is: [string, string, string]) =>
  row("hours", key, path, is[0], { kind: "span", least: is[1], most: is[2] });

const time = <const K extends string>(key: K, ...is: [string, string, string]) =>
  row("hours", key, key, is[0], { kind: "time", least: is[1], most: is[2] });

/** How long something is kept, within bounds that keep what is promised to people. */
const kept = <const N extends keyof Retention>(name: N, least: number, most: number) => {
  const key = `retention.${name}` as const;
  return row("retention", key, key, RETENTION[name], { kind: "count", least, most });
};

const BASIS = "persetujuan Bapak/Ibu (UU 27/2022)";

/** Every setting of the office, in the order it is offered in; a row here is all that one needs. */
export const SETTINGS = [
  { ...said("office", "office.name", "officeName"), needed: true },
  said("office", "office.address", "officeAddress", 200),
  said("office", "office.contact", "officeContact"),
  said("office", "signer.name", "signerName", 80),
  said("office", "signer.position", "signerPosition", 80),
  nip("office", "signer.nip", "signerNip"),

  said("privacy", "privacy.contact", "privacyContact", 200),
  said("privacy", "privacy.dataPlace", "dataPlace"),
  row("privacy", "privacy.basis", "privacyBasis", BASIS, { kind: "words", most: 120 }),
  said("privacy", "privacy.authority", "breachAuthority"),

  row("hours", "quiet.night", "quiet.night", "20:30-07:00", {
    kind: "span",
    least: "17:00",
    most: "09:00",
    night: true,
  }),
  time("quiet.today", "06:00", "04:00", "09:00"),
  span("quiet.noon", "quiet.noon", "11:30-13:00", "10:00", "15:00"),
  span("quiet.friday", "quiet.friday", "11:00-13:30", "10:00", "15:00"),
  span("quiet.evening", "quiet.evening", "17:30-19:30", "15:00", "21:00"),
  time("quiet.ramadan", "16:30", "12:00", "20:00"),
  span("office.hours", "officeHours", "07:30-17:00", "05:00", "21:00"),

  row("certificate", "certificate.threshold", "certificate.threshold", 80, {
    kind: "percent",
    least: 1,
    most: 100,
  }),
  said("certificate", "certificate.number", "certificate.number", 60),
  said("certificate", "certificate.signerName", "certificate.signerName", 80),
  said("certificate", "certificate.signerPosition", "certificate.signerPosition", 80),
  nip("certificate", "certificate.signerNip", "certificate.signerNip"),

  onOff("leader.attendance", "leaderAttendance", true),
  onOff("leader.notices", "leaderNotices", false),
  onOff("promises.showAmounts", "showAmounts", false),
  row("rules", "export.secondOver", "exportSecondOver", 50, {
    kind: "count",
    least: 0,
    most: 10_000,
  }),
  onOff("registration.outside", "registrationOutside", false),

  kept("recordMonths", 6, 120),
  kept("warnDays", 7, 90),
  kept("deliveryMonths", 1, 60),
  kept("auditMonths", 12, 120),
  kept("proofMonths", 12, 120),
  kept("markMonths", 12, 240),
  kept("feedbackTextMonths", 1, 60),
  kept("exportDays", 1, 365),
  kept("personDays", 7, 365),
  kept("dialogueDays", 1, 30),
  kept("parkedHours", 1, 240),
  // Longer than any backup, which is kept for 35 days.
  kept("erasureListDays", LEAST_ERASURE_LIST_DAYS, 400),
] satisfies readonly Row[];

export type SettingKey = (typeof SETTINGS)[number]["key"];
export type Setting = Row & { key: SettingKey };
/** What holds now: what was set, else the standard. */
export type SettingValues = {
  [S in (typeof SETTINGS)[number] as S["key"]]: Widened<S["standard"]>;
};

export function settingOf(key: string | undefined): Setting | undefined {
  return SETTINGS.find((one) => one.key === key);
}

/** From when until when: "20:30-07:00" as two hours. */
export function hoursOf(span: string): { from: string; until: string } {
  const [from = "", until = ""] = span.split("-");
  return { from, until };
}
