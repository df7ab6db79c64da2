import type { Connection } from "mongoose";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { everybody } from "../../src/notices/audience.ts";
import { noticeId } from "../../src/notices/notice.ts";
import { CARRIED_STATES } from "../../src/notices/carried.ts";
import type { Standin } from "../../src/sandbox/telegram/index.ts";
import type { Services } from "../../src/services.ts";

const DAY_MS = 86_400_000;
const ENDS = ["sent", "unknown", "failed", "expired"];

/** An announcement to these people that somebody has confirmed, and nobody has sent yet. */
export async function confirmNotice(
  people: readonly { id: number }[],
  text: string,
  services: Services,
): Promise<string> {
  const { artisans, noticeDrafts, clock } = services;
  const now = clock.now();
  for (const { id } of people) await artisans.add(artisanOf(id, now));
  const id = noticeId("pameran1");
  const content = { text, marks: [], files: [] };
  const whose = { id, author: 1, signature: "Dinas", audience: everybody() };
  await noticeDrafts.begin(whose, now);
  await noticeDrafts.keepContent({ id, version: 0 }, content);
  await noticeDrafts.previewed({ id, version: 1 });
  const notAfter = new Date(now.getTime() + 30 * DAY_MS);
  const progress = { chat: 1, message: 1, at: now, open: false };
  await noticeDrafts.confirm(
    { id, version: 1 },
    { by: 1, at: now, startAt: now, notAfter, progress },
  );
  return id;
}

export interface NoticeOutcome {
  sent: number;
  unknown: number;
  /** `unknown` that the list of who was not reached leaves out. */
  unlisted: number;
  /** Nobody knows what became of them, or it says "sent" and nothing came. */
  lost: number;
  mostCopies: number;
  /** More than one for each. */
  extra: number;
}

/** What the ledger says of a notice beside what the people of it hold. */
export async function judgeNotice(
  notice: { id: string; people: readonly { id: number }[]; text: string },
  { connection, deliveries }: Pick<Services, "deliveries"> & { connection: Connection },
  { control }: Standin,
): Promise<NoticeOutcome> {
  const { id, people, text: words } = notice;
  const rows = await connection.collection("deliveries").find({ notice: id }).toArray();
  const states = new Map(rows.map(({ artisan, state }) => [String(artisan), String(state)]));
  const copies = people.map(
    (one) => control.messages(one.id).filter(({ text = "" }) => text.includes(words)).length,
  );
  const lost = people.filter((one, at) => {
    const state = states.get(artisanId(one.id)) ?? "none";
    return !ENDS.includes(state) || (state === "sent" && copies[at] === 0);
  });
  const counted = (wanted: string) => [...states.values()].filter((one) => one === wanted).length;
  const listed = await deliveries.page(id, { states: CARRIED_STATES }, 0, people.length);
  return {
    ...{ sent: counted("sent"), unknown: counted("unknown"), lost: lost.length },
    unlisted: counted("unknown") - listed.rows.filter(({ state }) => state === "unknown").length,
    mostCopies: Math.max(...copies),
    extra: copies.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
  };
}

const artisanId = (telegram: number) => `artisan-${telegram}`;

function artisanOf(telegram: number, now: Date): Artisan {
  const before = new Date(now.getTime() - DAY_MS);
  const proof = { version: "2026-11-24", at: before.toISOString(), update: 1 };
  return {
    ...{ id: artisanId(telegram), state: "active", telegram },
    ...{ language: "id", name: "Perajin Contoh", kecamatan: "36.04.19" },
    ...{ crafts: ["rajut"], mainCraft: "rajut", consent: proof, ticks: { news: proof } },
    ...{ registeredAt: before, activeAt: before },
  };
}
