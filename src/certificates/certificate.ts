/** 8 signs of the alphabet of `codes.ts`. */
export const CERTIFICATE_CODE_LENGTH = 8;

/** valid: it holds. replaced: a later one says it otherwise. revoked: nothing holds any more. */
export const CERTIFICATE_STATES = ["valid", "replaced", "revoked"] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Why the office took one back. */
export const WITHDRAW_REASONS = ["name", "presence", "twice", "asked"] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

export const isWithdrawReason = (value: unknown): value is WithdrawReason =>
  WITHDRAW_REASONS.includes(value as WithdrawReason);

/** When it ceased to hold; by whom and why, where somebody of the office took it back. */
export interface Ended {
  at: Date;
  /** Telegram's id. */
  by?: number;
  reason?: WithdrawReason;
}

/** What was said of one artisan's part in one training. */
export interface IssuedCertificate {
  id: string;
  /** Anybody can check it by /cek. */
  code: string;
  training: string;
  /** Id of the record, or what stands for it once it is gone. */
  artisan: string;
  /** From 1: each that says something else has the next. */
  edition: number;
  /** As the person confirmed it; absent once the person is gone, or it is old. */
  name?: string;
  /** Local dates the person was present on, earliest first. */
  days: string[];
  /** Lesson hours (JP) of these days. */
  lessonHours: number;
  issuedAt: Date;
  /** The share of days that was asked for, 0 to 1; absent: it is old, and was that of the seed. */
  threshold?: number;
  state: CertificateState;
  nameless?: boolean;
  ended?: Ended;
}

/** What a certificate says, besides whose it is. */
export type Saying = Pick<IssuedCertificate, "name" | "days" | "lessonHours">;

/** Whether both say the same. */
export const saysSame = (a: Saying, b: Saying): boolean =>
  a.name === b.name && a.lessonHours === b.lessonHours && a.days.join() === b.days.join();
