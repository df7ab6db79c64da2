// The table stays in its own file with its licence: a database under ODbL 1.0, not our code.
import regions from "../../seeds/serang-regions.json" with { type: "json" };
import { createPlaces, type Places } from "./places.ts";

/** The 29 kecamatan and 326 desa of Kabupaten Serang (ODbL 1.0). */
export function serangPlaces(): Places {
  return (places ??= createPlaces(regions));
}

let places: Places | undefined;
