import { addDays, instantOf } from "../src/dates.ts";
import type { TrainingDay, TrainingPlan } from "../src/trainings/training.ts";

/**
 * The first training of the office, 22–26 August 2025 in Bandung. Dates, place, organiser and
 * partners are those of the report; it gives no hours, seats, gathering point, packing list or contact, so
 * those are invented. Source: https://banten.antaranews.com/berita/349469
 */
export const firstTraining: TrainingPlan = {
  id: "bandung-2025-08",
  title: "Pelatihan Bros dan Aksesori",
  state: "open",
  days: fiveDays("2025-08-22"),
  place: "UTC Dago Hotel",
  hostCity: "Kota Bandung",
  organiser: "Diskoumperindag Kabupaten Serang",
  partners: [
    "Ardelya Craft (CV Ardelya Kriya Nusantara)",
    "Dinas Perindustrian dan Perdagangan Kota Bandung",
  ],
  seats: 20,
  bring: ["alat tulis", "pakaian lima hari", "contoh karya sendiri"],
  contact: "meja layanan Diskoumperindag",
  gathering: { place: "halaman kantor Diskoumperindag", at: "08:30" },
  planVersion: 1,
  plannedAt: instantOf("2025-07-23", "09:00"),
  invented: true,
};

/** The same training for the demo: it starts eight days after the given local date. */
export function demoTraining(today: string): TrainingPlan {
  const start = addDays(today, 8);
  return {
    ...firstTraining,
    id: `bandung-${start}`,
    days: fiveDays(start),
    plannedAt: instantOf(today, "00:00"),
  };
}

/** The way to Bandung takes the first morning; the last day ends at noon. */
function fiveDays(start: string): TrainingDay[] {
  const topics = [
    "Pembukaan dan mengenal bahan",
    "Membuat bros",
    "Membuat gelang dan kalung",
    "Kemasan dan foto produk",
    "Rencana berbagi ilmu dan penutupan",
  ];
  return topics.map((topic, index) => ({
    date: addDays(start, index),
    from: index === 0 ? "14:00" : "09:00",
    until: index === topics.length - 1 ? "12:00" : "16:00",
    topic,
  }));
}
