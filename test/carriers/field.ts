import { onTestFinished } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { Artisan } from "../../src/artisans/artisan.ts";
import { type Delivery, deliveryId } from "../../src/notices/delivery.ts";
import { runId } from "../../src/notices/notice.ts";
import type { Seen, TestPerson } from "../../src/sandbox/telegram/client.ts";
import { NEWS } from "../notices/kabar.ts";
import { addArtisan, addUnclaimed } from "../support/records.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";

export const COMMUNITY = "sulam-petir";
const CONSENT = { version: "2026-11-24", at: "2025-08-14T02:00:00.000Z", update: 1 };
export const TICKED = { ticks: { phoneToLeader: CONSENT } };
export const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+07:00`);

let numbers = 81_377_000_000;
export const phone = () => ({ number: `+62${(numbers += 1)}`, verified: false });

export type Field = Awaited<ReturnType<typeof openField>>;

/**
 * Wulan leads a community, Bagus and Citra are coordinators. In the training sit Tini, whose
 * number her leader may see, Sari, whose number she may not, and Mimin, who has none: all three
 * without Telegram; and Rina, who has it.
 */
export async function openField() {
  const sanggar = await openSanggar();
  const { services, world } = sanggar;
  await services.trainings.add(firstTraining);
  await services.communities.seed({
    ...{ id: COMMUNITY, name: "Sulam Harapan Petir", kecamatan: ["36.04.19"], state: "active" },
    ...{ leaders: [], invented: true },
  });
  const wulan = world.person("Wulan");
  await addArtisan(sanggar, {
    ...{ id: "wulan", telegram: wulan.id, name: "Wulan Contoh", community: COMMUNITY },
  });
  const given = { by: 0, since: sanggar.clock.now() };
  await services.roles.give({ telegram: wulan.id, role: "leader", scope: COMMUNITY }, given);
  const coordinator = async (name: string) => {
    const person = world.person(name);
    await services.roles.give({ telegram: person.id, role: "coordinator" }, given);
    return person;
  };
  const [bagus, citra] = [await coordinator("Bagus"), await coordinator("Citra")];
  const sits = (id: string) => services.trainings.takeSeat(firstTraining.id, id, given.since);
  const add = async (id: string, name: string, more: Partial<Artisan> = {}) => {
    await addUnclaimed(sanggar, { id, name, community: COMMUNITY, ...more });
    await sits(id);
  };
  await add("tini", "Tini Suhartini", { phone: phone(), ...TICKED });
  await add("sari", "Sari Rahasia", { phone: phone() });
  await add("mimin", "Mimin Aminah");
  const rina = world.person("Rina");
  await addArtisan(sanggar, {
    ...{ id: "rina", telegram: rina.id, name: "Rina Wati", community: COMMUNITY, phone: phone() },
    ...TICKED,
  });
  await sits("rina");

  const idOf = (artisan: string, rule = "H-7") =>
    deliveryId(runId(firstTraining.id, 1, rule), artisan);
  return {
    ...{ sanggar, services, world, wulan, bagus, citra, rina, sits, idOf },
    training: firstTraining.id,
    /** The code of H-7. */
    code: async (rule = "H-7"): Promise<string> =>
      (await services.notices.byId(runId(firstTraining.id, 1, rule)))?.code ?? "",
    delivery: (artisan: string, rule = "H-7"): Promise<Delivery | undefined> =>
      services.carriedDeliveries.byId(idOf(artisan, rule)),
    /** Lines of the audit of somebody with this action. */
    audited: (person: TestPerson, what: string, result = "allowed") =>
      sanggar.connection
        .collection("audit")
        .find({ who: services.audit.tokenOf(person.id), what, result })
        .toArray(),
    number: async (artisan: string) => (await services.artisans.byId(artisan))?.phone?.number ?? "",
  };
}

/** A notice to all; its leader told it to Tini, and is asked by which road. */
export async function toldByLeader() {
  const field = await openField();
  onTestFinished(() => field.sanggar.close());
  const { sanggar, services, bagus, wulan, world } = field;
  await sanggar.connection
    .collection("artisans")
    .updateMany({}, { $set: { "ticks.news": NEWS.news } });
  await bagus.says("/kabar");
  await bagus.presses("Tulis kabar baru");
  await bagus.says("Pameran hari Sabtu");
  await bagus.presses("Lanjut: pratinjau");
  await bagus.presses("Kirim sekarang");
  await world.moveTo(at("2025-08-14 09:20"));
  const list = await wulan.says("/sampaikan");
  await wulan.presses(list.buttons.find((one) => one.includes("Tini")) ?? "");
  await wulan.presses("✓ Sudah");
  const [notice] = await services.noticeDrafts.latest(1);
  return { ...field, notice };
}

/** Addresses of the buttons of the last message. */
export function linksOf({ messages }: Seen): string[] {
  const rows = messages.at(-1)?.message.reply_markup?.inline_keyboard ?? [];
  return rows.flat().flatMap((button) => ("url" in button ? [button.url] : []));
}

/** The text that a link to WhatsApp opens with. */
export const linkText = (link: string) => new URL(link).searchParams.get("text") ?? "";

/** A button of an earlier card, as it is pressed when the card has changed. */
export function pressOf(seen: Seen, label: string): { messageId: number; data: string } {
  const message = seen.messages.at(-1);
  const rows = message?.message.reply_markup?.inline_keyboard ?? [];
  const button = rows.flat().find(({ text }) => text === label);
  if (!message || !button || !("callback_data" in button)) throw new Error(`no button ${label}`);
  return { messageId: message.id, data: button.callback_data ?? "" };
}

export type { TestSanggar };
