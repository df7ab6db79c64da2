import type { Artisan } from "../artisans/artisan.ts";
import { showCraft } from "../places/crafts.ts";
import type { Places } from "../places/places.ts";
import { showMoment, showShortDate } from "../dates.ts";
import type { List } from "./accountability-lists.ts";
import type { Column } from "./spreadsheet.ts";
import { placedPhotos, type TrainingPhoto } from "./training-photo.ts";
import type { Participant } from "./training-participants.ts";

const wide = (header: string): Column => ({ header, width: 32 });
const narrow = (header: string): Column => ({ header, width: 14 });

const SEXES = { L: "Laki-laki", P: "Perempuan" } as const;

/**
 * Who took part, as the office reports them: no number, no turnover and no NIB, which the report of
 * a training does not need. Of who was erased only the line is left.
 */
export function biodataList(
  people: readonly Participant[],
  records: ReadonlyMap<string, Artisan>,
  places: Pick<Places, "showKecamatan" | "showDesa">,
): List {
  return {
    file: "biodata-peserta",
    columns: [
      ...[narrow("No"), wide("Nama"), narrow("Jenis kelamin"), narrow("Tahun lahir")],
      ...[wide("Kecamatan"), wide("Desa"), wide("Komunitas atau usaha"), wide("Nama usaha")],
      ...[wide("Kerajinan"), wide("Produk"), narrow("Lama (tahun)"), narrow("Keadaan")],
    ],
    rows: people.map(({ artisan, row }, at) => {
      const record = records.get(artisan);
      const { sex, birthYear, kecamatan, desa, businessName, products } = record ?? {};
      return [
        ...[at + 1, row.name, sex === "L" || sex === "P" ? SEXES[sex] : "", birthYear ?? ""],
        kecamatan === undefined ? "" : places.showKecamatan(kecamatan),
        desa === undefined ? "" : places.showDesa(desa),
        ...[row.group ?? "", businessName ?? ""],
        (record?.crafts ?? []).map((craft) => showCraft(craft, "id", "short")).join("; "),
        ...[(products ?? []).join("; "), record?.yearsInCraft ?? "", row.state ?? ""],
      ];
    }),
  };
}

/** The photos in their folders: of which day, when they came, from whom, and what was said of them. */
export const photosList = (
  photos: readonly TrainingPhoto[],
  senders: ReadonlyMap<number, string>,
): List => ({
  file: "daftar-foto",
  columns: [
    wide("Berkas"),
    narrow("Hari"),
    wide("Keterangan"),
    wide("Dikirim oleh"),
    wide("Waktu"),
  ],
  rows: placedPhotos(photos).map(({ photo: { date, caption = "", by, at }, path }) => [
    ...[path, showShortDate(date), caption],
    ...[senders.get(by) ?? "(data dihapus)", showMoment(at)],
  ]),
});
