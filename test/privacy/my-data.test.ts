import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstTraining } from "../../seeds/trainings.ts";
import type { TestPerson } from "../../src/sandbox/telegram/client.ts";
import { askedFor } from "../support/form.ts";
import { openSanggar, type TestSanggar } from "../support/sanggar.ts";
import { registered } from "./rina.ts";

let sanggar: TestSanggar;
beforeAll(async () => {
  sanggar = await openSanggar();
  await sanggar.services.trainings.add(firstTraining);
});
afterAll(() => sanggar.close());

/** The file that came with the answer, as its reader opens it. */
function fileFor(person: TestPerson): { name: string; data: Record<string, unknown> } {
  const { control } = sanggar.standin;
  const document = control.screen(person.id).messages.at(-1)?.document;
  const { bytes } = control.file(document?.file_id ?? "");
  return {
    name: document?.file_name ?? "",
    data: JSON.parse(bytes.toString("utf8")) as Record<string, unknown>,
  };
}

describe("/datasaya", () => {
  it("shows all that is kept as a message and as a file, with the whole number", async () => {
    const { person, artisan } = await registered("Rina Wulandari", sanggar);
    await person.says("/pelatihan");
    const seen = await person.says("/datasaya");
    const text = seen.messages.map((message) => message.text).join("\n");
    for (const told of ["Rina Wulandari", "Kec. Petir", "Bros Melati", "1979", "Kriya Lestari"])
      expect(text).toContain(told);
    expect(text).not.toContain("••••");
    expect(text.length).toBeLessThan(4_096);
    const { name, data } = fileFor(person);
    expect(name).toBe("Data Saya - 14 Agustus 2025.json");
    expect(JSON.stringify(data)).toContain(artisan.phone?.number);
    expect(data).toMatchObject({ views: [] });
  });

  it("holds nobody else's data", async () => {
    const rina = await registered("Rina Satu", sanggar);
    const asep = await registered("Asep Dua", sanggar);
    await sanggar.services.trainings.add({ ...firstTraining, id: "bersama" });
    const trainings = sanggar.connection.collection<{ _id: string }>("trainings");
    const seatHolders = [rina.artisan.id, asep.artisan.id];
    await trainings.updateOne({ _id: "bersama" }, { $set: { seatHolders } });
    await rina.person.says("/datasaya");
    const file = JSON.stringify(fileFor(rina.person).data);
    expect(file).toContain(firstTraining.title);
    for (const foreign of ["Asep", asep.artisan.id, asep.artisan.phone?.number, asep.person.id])
      expect(file).not.toContain(String(foreign));
  });

  it("shows a form that was not sent yet", async () => {
    const { person } = await askedFor("kecamatan", sanggar);
    await person.says("/datasaya");
    expect(JSON.stringify(fileFor(person).data)).toContain("Siti Aminah");
  });

  it("says kindly that nothing is kept", async () => {
    const seen = await sanggar.world.person("Tamu").says("/datasaya");
    expect(seen.messages).toHaveLength(1);
    expect(seen.text).toMatch(/tidak|belum/i);
  });
});
