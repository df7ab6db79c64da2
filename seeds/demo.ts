import { addDays, localDate } from "../src/dates.ts";
import type { Services } from "../src/services.ts";
import { CONSENT_VERSION } from "../src/privacy/consent.ts";
import { demoCommunities } from "./communities.ts";
import { demoTraining, firstTraining } from "./trainings.ts";

/** A person of the demo. All of them are invented; ids lie above 2^32 like Telegram's newer ones. */
export interface DemoPerson {
  id: number;
  first_name: string;
  last_name?: string;
  phone: string;
  /** What the page shows beside the name. */
  role: string;
}

const LEADER = 5_000_000_104;
const COORDINATOR = 5_000_000_105;
export const DEMO_OWNER = 5_000_000_106;

export const demoPeople: DemoPerson[] = [
  { id: 5_000_000_101, first_name: "Rina", phone: "+6281200000101", role: "perajin" },
  { id: 5_000_000_102, first_name: "Asep", phone: "+6281200000102", role: "perajin" },
  { id: 5_000_000_103, first_name: "Sumi", phone: "+6281200000103", role: "perajin" },
  { id: LEADER, first_name: "Wulan", phone: "+6281200000104", role: "ketua komunitas" },
  { id: COORDINATOR, first_name: "Bagus", phone: "+6281200000105", role: "koordinator" },
  { id: DEMO_OWNER, first_name: "Dewi", phone: "+6281200000106", role: "admin" },
];

type DemoServices = Pick<Services, "artisans" | "clock" | "communities" | "roles" | "trainings">;

/** Fills an empty demo: communities, roles, the leader's record, the first training, one to come. */
export async function seedDemo({
  artisans,
  clock,
  communities,
  roles,
  trainings,
}: DemoServices): Promise<void> {
  const now = clock.now();
  const today = localDate(now);
  for (const community of demoCommunities) await communities.seed(community);
  await artisans.add({
    id: "demo-leader",
    state: "active",
    telegram: LEADER,
    language: "id",
    name: "Wulan Contoh",
    kecamatan: "36.04.05",
    community: "manik-melati",
    crafts: ["aksesori"],
    mainCraft: "aksesori",
    consent: { version: CONSENT_VERSION, at: now.toISOString(), update: 0 },
    registeredAt: now,
    activeAt: now,
  });
  const given = { by: 0, since: now };
  await roles.seed({ telegram: LEADER, role: "leader", scope: "manik-melati" }, given);
  await roles.seed({ telegram: COORDINATOR, role: "coordinator" }, given);
  await trainings.add(firstTraining);
  const coming = (await trainings.upcoming(addDays(today, 1))).some(({ days }) =>
    days.every((day) => day.date > today),
  );
  if (!coming) await trainings.add(demoTraining(today));
}
