import { packPress } from "./callback-data.ts";
import type { Button } from "./card.ts";
import type { Speech } from "./language.ts";

const AT_ONCE = 8;

export interface Page<T> {
  items: T[];
  /** Counted from 0; one that is not there is the nearest that is. */
  page: number;
  pages: number;
  /** The number of the first one in the whole list, from 1. */
  first: number;
}

/** One page of a list; `wanted` may be anything that came with a button. */
export function pageOf<T>(all: readonly T[], wanted: unknown): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / AT_ONCE));
  const asked = Math.trunc(Number(wanted));
  const page = Math.min(Math.max(Number.isFinite(asked) ? asked : 0, 0), pages - 1);
  const start = page * AT_ONCE;
  return { items: all.slice(start, start + AT_ONCE), page, pages, first: start + 1 };
}

/** The row of buttons that turns pages; no row where there is one page. */
export function turnRow(
  { page, pages }: Pick<Page<unknown>, "page" | "pages">,
  speech: Speech,
  action: string,
  ...args: string[]
): Button[][] {
  const turn = (to: number, key: "ask-page-before" | "ask-page-after"): Button => ({
    label: speech.plain(key, { page: String(to + 1), pages: String(pages) }),
    press: packPress(action, ...args, String(to)),
  });
  const row = [
    ...(page > 0 ? [turn(page - 1, "ask-page-before")] : []),
    ...(page < pages - 1 ? [turn(page + 1, "ask-page-after")] : []),
  ];
  return row.length ? [row] : [];
}
