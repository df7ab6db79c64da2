import { expect, it, onTestFinished } from "vitest";
import { openSanggar } from "../support/sanggar.ts";
import { allDocuments, registered } from "../privacy/rina.ts";
import { drafted, NEWS, pass, reader, sent } from "./kabar.ts";

it("a coordinator who is erased leaves what the office told many, and no trace in it", async () => {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  sanggar.clock.freeze(true);
  const { person, artisan } = await registered("Bagus Hapus", sanggar, { ticks: NEWS });
  const which = { telegram: person.id, role: "coordinator" } as const;
  await sanggar.services.roles.give(which, { by: 0, since: new Date("2025-08-01") });
  const { person: rina } = await reader(sanggar, "Rina");
  await sent(sanggar, person, "Kabar kantor");
  await person.presses("Ralat");
  await person.says("Kabar kantor benar");
  await person.presses("Kirim ralat");
  await pass(sanggar, 1);
  await drafted(person, "Konsep kantor");
  await person.presses("Atur waktu");
  await person.says("/hapus");
  await person.presses("Ya, hapus");
  await sanggar.world.moveTo(new Date("2025-08-22T16:20:00+07:00"));
  expect(await sanggar.services.artisans.byId(artisan.id)).toBeUndefined();
  const left = JSON.stringify(
    (await allDocuments(sanggar)).filter(({ collection }) =>
      ["notices", "deliveries"].includes(collection),
    ),
  );
  expect(left).not.toContain(String(person.id));
  expect(left).not.toContain(artisan.id);
  expect(left).toContain("Kabar kantor benar");
  expect(sanggar.world.copies(rina, "Kabar kantor benar")).toBe(1);
});
