import type { Artisan } from "../artisans/artisan.ts";
import { presencesOf } from "../attendance/mark.ts";
import { showCraft } from "../places/crafts.ts";
import type { Services } from "../services.ts";
import type { EnrolmentState } from "../trainings/enrolment.ts";
import type { Training } from "../trainings/training.ts";
import type { ParticipantRow } from "./participant-list.ts";

/** One who takes part in a training, as papers tell it; of who was erased only the number is left. */
export interface Participant {
  /** Id of the record, or what stands for it once it is gone. */
  artisan: string;
  row: ParticipantRow;
  /** E.164; handed to a sheet only where phones were asked for. */
  phone?: string;
}

type ParticipantServices = Pick<
  Services,
  "artisans" | "communities" | "enrolments" | "marks" | "places"
>;

const ERASED = "(data dihapus)";

const STATES: Partial<Record<EnrolmentState, string>> = {
  offered: "ditawari",
  accepted: "bersedia",
  confirmed: "pasti hadir",
};

/** All who hold a seat or were present on a day, by name; who was erased comes last. */
export async function participantsOf(
  training: Training,
  { artisans, communities, enrolments, marks, places }: ParticipantServices,
): Promise<Participant[]> {
  const present = presencesOf(await marks.of(training.id)).map(({ artisan }) => artisan);
  const ids = [...new Set([...training.seatHolders, ...present])];
  const names = new Map((await communities.all()).map(({ id, name }) => [id, name]));
  const enrolled = await enrolments.among(training.id, ids);
  const found = await Promise.all(
    ids.map(async (id): Promise<Participant> => {
      const one = await artisans.byId(id);
      if (!one) return { artisan: id, row: { name: ERASED, place: "–", crafts: [] } };
      const state = STATES[enrolled.get(id)?.state ?? "interested"];
      const row = { ...rowOf(one, names, places), ...(state !== undefined && { state }) };
      return { artisan: id, row, ...(one.phone && { phone: one.phone.number }) };
    }),
  );
  return found.sort(byName);
}

function rowOf(
  one: Artisan,
  communities: ReadonlyMap<string, string>,
  places: Services["places"],
): ParticipantRow {
  const { name, sex, desa, kecamatan, businessName, community, crafts } = one;
  const group = communities.get(community ?? "") ?? businessName;
  return {
    name,
    ...((sex === "L" || sex === "P") && { sex }),
    place: desa === undefined ? places.showKecamatan(kecamatan) : places.showDesa(desa),
    ...(group !== undefined && { group }),
    crafts: crafts.map((craft) => showCraft(craft, "id", "short")),
  };
}

const isErased = ({ row }: Participant) => row.name === ERASED;

const byName = (a: Participant, b: Participant) =>
  Number(isErased(a)) - Number(isErased(b)) || a.row.name.localeCompare(b.row.name, "id");
