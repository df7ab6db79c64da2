/** That somebody led a community, kept after it ended. */
export interface Leadership {
  community: string;
  artisan: string;
  since: Date;
  /** Telegram's id of who confirmed it. */
  by: number;
  endedAt?: Date;
  endedBy?: number;
  /** What was written about the change. */
  note?: string;
}
