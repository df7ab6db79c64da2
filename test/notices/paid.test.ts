import { expect, it, onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Parcel } from "../../src/notices/parcel.ts";
import { openSanggar } from "../support/sanggar.ts";
import { coordinator, reader, sent } from "./kabar.ts";
import { openOffice } from "./office.ts";

const LANES = [0, 1, 2] as const;

it("with a paid rate only what goes to many by hand may cost Stars", async () => {
  // Its rate is far above the one that is free.
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  sanggar.clock.freeze(true);
  await sanggar.services.trainings.add(firstTraining);
  const bagus = await coordinator(sanggar);
  const { artisan, person } = await reader(sanggar, "Rina");
  await sanggar.services.trainings.takeSeat(firstTraining.id, artisan.id, sanggar.clock.now());
  await sent(sanggar, bagus, "Pameran hari Sabtu");
  await sanggar.world.moveTo(new Date("2025-08-15T09:05:00+07:00"));
  const calls = sanggar.world.calls("sendMessage");
  const paid = calls.filter(({ params }) => params["allow_paid_broadcast"]);
  expect(paid.map(({ person: who }) => who)).toEqual([person.id]);
  expect(String(paid[0]?.params["text"])).toContain("Pameran hari Sabtu");
  expect(calls.some(({ params }) => String(params["text"]).includes("Pelatihan Bros"))).toBe(true);
});

it("goes with files and albums as well, and never with an edit", async () => {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  const bagus = await coordinator(sanggar);
  const { person } = await reader(sanggar, "Rina");
  await bagus.says("/kabar");
  await bagus.presses("Tulis kabar baru");
  await bagus.sendsAlbum([{ caption: "Tiga karya" }, {}, {}]);
  const [notice] = await sanggar.services.noticeDrafts.latest(1);
  const files = notice?.content?.files ?? [];
  const card = { text: sanggar.services.texts.id.html("notice-gone") };
  const parcels: Parcel[] = [
    { is: "photo", fileId: files[0]?.fileId ?? "", card },
    { is: "album", files, card },
  ];
  const manner = { silent: false, plain: false, lane: 2 } as const;
  const { post } = sanggar.services.messenger;
  const ids = [];
  for (const parcel of parcels) ids.push(await post(person.id, parcel, manner));
  const message = ids[0]?.ok ? ids[0].messageId : 0;
  const other = { text: sanggar.services.texts.id.html("notice-discarded") };
  await post(person.id, { is: "editCaption", message, card: other }, manner);
  const marked = (method: string) =>
    sanggar.world
      .calls(method)
      .filter((call) => call.person === person.id)
      .map(({ params }) => String(params["allow_paid_broadcast"]));
  expect(marked("sendPhoto")).toEqual(["true"]);
  expect(marked("sendMediaGroup")).toEqual(["true"]);
  expect(marked("editMessageCaption")).toEqual(["undefined"]);
});

it("without one nothing does, whatever its lane", async () => {
  const office = await openOffice("2025-08-14 09:00");
  const rina = await office.participant("Rina");
  const { messenger, texts } = office.start();
  const card = { text: texts.id.html("notice-gone") };
  for (const lane of LANES)
    await messenger.send(rina.id, card, { silent: false, plain: false, lane });
  const calls = office.world.calls("sendMessage");
  expect(calls).toHaveLength(LANES.length);
  expect(calls.every(({ params }) => !("allow_paid_broadcast" in params))).toBe(true);
});
