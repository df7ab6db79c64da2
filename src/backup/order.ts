/**
 * In which order collections are read while the bot goes on. A mark that something was done is
 * read before the thing, and where something moves, the place it leaves before the one it comes
 * to: so the backup may hold a thing twice, which every write bears, and never not at all.
 */
const FIRST = [
  // The update, then that it was handled, then what it did.
  ...["inbox", "people", "jobs"],
  // A form is let go once its record is there.
  ...["drafts", "changeDrafts", "imports", "importRows", "invitations", "claims", "merges"],
  // How far the listing has come, before what was listed.
  ...["auditHeads", "notices"],
];
/** The line of the audit is written before what it tells of. */
const LAST = ["deliveries", "audit"];

/** What only living processes hold, and how ready this one database is: of no use in a backup. */
const LEFT_OUT = ["leases", "preparations", "probes", "restores"];

/** The collections of a backup in the order they are read. */
export function inReadingOrder(collections: readonly string[]): string[] {
  const kept = collections.filter((name) => !LEFT_OUT.includes(name)).sort();
  const among = (names: readonly string[]) => names.filter((name) => kept.includes(name));
  const rest = kept.filter((name) => !FIRST.includes(name) && !LAST.includes(name));
  return [...among(FIRST), ...rest, ...among(LAST)];
}

const EPOCH = new Date(0);

/** What processes had in hand: they are gone, and nobody waits for them. */
const IN_HAND: Record<string, Record<string, unknown>> = {
  people: { until: EPOCH, notBefore: EPOCH, tries: 0 },
  notices: { until: EPOCH },
  jobs: { until: EPOCH },
};

/** The document as it is put back, in nobody's hand. Of a job that is done the end does not matter. */
export function letGo<Kept extends object>(collection: string, kept: Kept): Kept {
  return { ...kept, ...IN_HAND[collection] };
}
