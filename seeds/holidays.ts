import type { Holiday, OfficeCalendar } from "../src/notices/quiet-hours.ts";

/** Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan, Menteri PANRB. */
const DECREE_2026 = "SKB 3 Menteri No. 1497, 2, dan 5 Tahun 2025";

const national = (date: string, name: string): Holiday => ({
  date,
  name,
  kind: "national",
  source: DECREE_2026,
});
const jointLeave = (date: string, name: string): Holiday => ({
  ...national(date, name),
  kind: "jointLeave",
});
/** The first two days of Idulfitri and Iduladha: nothing at all is sent. */
const silent = (holiday: Holiday): Holiday => ({ ...holiday, silent: true });

/** National holidays and joint leave of 2026; the owner enters those of the next year. */
export const seedCalendar: OfficeCalendar = {
  holidays: [
    national("2026-01-01", "Tahun Baru 2026"),
    national("2026-01-16", "Isra Mikraj"),
    jointLeave("2026-02-16", "Cuti bersama Tahun Baru Imlek"),
    national("2026-02-17", "Tahun Baru Imlek 2577"),
    jointLeave("2026-03-18", "Cuti bersama Nyepi"),
    national("2026-03-19", "Hari Suci Nyepi"),
    jointLeave("2026-03-20", "Cuti bersama Idulfitri"),
    silent(national("2026-03-21", "Idulfitri 1447 H")),
    silent(national("2026-03-22", "Idulfitri 1447 H")),
    jointLeave("2026-03-23", "Cuti bersama Idulfitri"),
    jointLeave("2026-03-24", "Cuti bersama Idulfitri"),
    national("2026-04-03", "Wafat Yesus Kristus"),
    national("2026-04-05", "Kebangkitan Yesus Kristus (Paskah)"),
    national("2026-05-01", "Hari Buruh Internasional"),
    national("2026-05-14", "Kenaikan Yesus Kristus"),
    jointLeave("2026-05-15", "Cuti bersama Kenaikan Yesus Kristus"),
    silent(national("2026-05-27", "Iduladha 1447 H")),
    silent(jointLeave("2026-05-28", "Cuti bersama Iduladha")),
    national("2026-05-31", "Hari Raya Waisak"),
    national("2026-06-01", "Hari Lahir Pancasila"),
    national("2026-06-16", "Tahun Baru Islam 1448 H"),
    national("2026-08-17", "Proklamasi Kemerdekaan"),
    national("2026-08-25", "Maulid Nabi Muhammad saw."),
    jointLeave("2026-12-24", "Cuti bersama Natal"),
    national("2026-12-25", "Hari Raya Natal"),
  ],
  // Ramadan is entered each year, when its first day has been declared.
  ramadan: [],
};
