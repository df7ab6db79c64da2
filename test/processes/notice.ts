import type { Artisan } from "../../src/artisans/artisan.ts";
import { everybody } from "../../src/notices/audience.ts";
import { noticeId } from "../../src/notices/notice.ts";
import type { Services } from "../../src/services.ts";

const DAY_MS = 86_400_000;

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

function artisanOf(telegram: number, now: Date): Artisan {
  const before = new Date(now.getTime() - DAY_MS);
  const proof = { version: "2026-11-24", at: before.toISOString(), update: 1 };
  return {
    ...{ id: `artisan-${telegram}`, state: "active", telegram },
    ...{ language: "id", name: "Perajin Contoh", kecamatan: "36.04.19" },
    ...{ crafts: ["rajut"], mainCraft: "rajut", consent: proof, ticks: { news: proof } },
    ...{ registeredAt: before, activeAt: before },
  };
}
