/** What the watch looks at. Ages and waits in seconds; undefined: not known, or not looked at now. */
export interface Signs {
  /** How long the oldest open update has waited. */
  inboxS: number;
  parked: number;
  /** By how much the oldest due delivery is late. */
  deliveryS: number;
  /** Since a tick last came to its end. */
  tickS: number;
  /** How much of the disk beside the program is free, 0 to 1, and in bytes. */
  disk?: { share: number; bytes: number } | undefined;
  /** What Telegram says of the webhook; empty: nothing. */
  webhook?: string | undefined;
  /** How far this machine's clock is from the database's. */
  skewS?: number | undefined;
  /** Who registered since midnight. */
  registered?: number | undefined;
  /** What happened in this process within the last `LIMITS.windowMs`. */
  recent: Recent;
}

export interface Recent {
  /** Calls that Telegram refused because of the token. */
  unauthorised: number;
  /** Polls that another program broke off. */
  conflicts: number;
  /** Connections to the database that were lost. */
  lost: number;
  /** What the gate refused. */
  refused: number;
  /** Alarms in the log that mean a mistake of the program. */
  faults: number;
}

/** From where on somebody has to look. */
export const LIMITS = {
  inboxS: 10 * 60,
  deliveryS: 15 * 60,
  tickS: 5 * 60,
  diskShare: 0.05,
  diskBytes: 1024 ** 3,
  skewS: 5,
  registered: 300,
  windowMs: 10 * 60_000,
  conflicts: 6,
  lost: 3,
  refused: 50,
} as const;

/**
 * Everything that owners are alarmed of; each has its text `alarm-<name>`, which says what to do.
 * The last ones are rung by jobs, which find out by themselves.
 */
export const ALARMS = [
  "inbox",
  "parked",
  "delivery",
  "tick",
  "disk",
  "webhook",
  "clock",
  "registered",
  "token",
  "conflict",
  "database",
  "refused",
  "fault",
  "audit",
] as const;
export type AlarmName = (typeof ALARMS)[number];

/** What the text of an alarm speaks of: figures, never people. */
export type AlarmValues = Record<string, string>;

export interface Rung {
  name: AlarmName;
  values: AlarmValues;
}

/** The alarms that these signs ring. */
export function alarmsOf(signs: Signs): Rung[] {
  const { disk, recent } = signs;
  const minutes = (s: number) => ({ minutes: String(Math.floor(s / 60)) });
  const count = (figure: number) => ({ count: String(figure) });
  const rung: [AlarmName, boolean, AlarmValues][] = [
    ["inbox", signs.inboxS > LIMITS.inboxS, minutes(signs.inboxS)],
    ["parked", signs.parked > 0, count(signs.parked)],
    ["delivery", signs.deliveryS > LIMITS.deliveryS, minutes(signs.deliveryS)],
    ["tick", signs.tickS > LIMITS.tickS, minutes(signs.tickS)],
    ["disk", disk !== undefined && isAlmostFull(disk), percentOf(disk)],
    ["webhook", (signs.webhook ?? "") !== "", { reason: signs.webhook ?? "" }],
    ["clock", (signs.skewS ?? 0) > LIMITS.skewS, { seconds: String(Math.round(signs.skewS ?? 0)) }],
    ["registered", (signs.registered ?? 0) > LIMITS.registered, count(signs.registered ?? 0)],
    ["token", recent.unauthorised > 0, {}],
    ["conflict", recent.conflicts >= LIMITS.conflicts, {}],
    ["database", recent.lost >= LIMITS.lost, count(recent.lost)],
    ["refused", recent.refused > LIMITS.refused, count(recent.refused)],
    ["fault", recent.faults > 0, count(recent.faults)],
  ];
  return rung.flatMap(([name, rings, values]) => (rings ? [{ name, values }] : []));
}

const isAlmostFull = ({ share, bytes }: NonNullable<Signs["disk"]>) =>
  share < LIMITS.diskShare || bytes < LIMITS.diskBytes;

const percentOf = (disk: Signs["disk"]) => ({
  percent: String(Math.floor((disk?.share ?? 1) * 100)),
});

/** Events of the log that mean a mistake of the program; the others have an alarm of their own. */
export const FAULTS =
  /^(job failed|tick hangs|delivery crashed|notice miscounted|(formatting|message|file) refused)$/;
