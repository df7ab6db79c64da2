import { expect, it, onTestFinished } from "vitest";
import { HOLDINGS } from "../../src/privacy/holdings.ts";
import { type Kept, sealedValues } from "../../src/privacy/sealed-values.ts";
import { askedFor } from "../support/form.ts";
import { openSanggar } from "../support/sanggar.ts";
import { allDocuments, registered } from "./rina.ts";

const SEALED = /^1\.test\.[\w-]+$/;

it("a dump of the whole database holds no phone, birth year, answer, update or dialogue in clear", async () => {
  const sanggar = await openSanggar();
  onTestFinished(() => sanggar.close());
  const { services } = sanggar;
  const secrets: string[] = [];
  for (let index = 0; index < 50; index += 1) {
    const number = `+62812${String(34_567_000 + index)}`;
    secrets.push(number.replace("+62", ""));
    await registered(`Perajin ${index}`, sanggar, {
      phone: { number, verified: index % 2 === 0 },
      birthYear: 1961,
      nibNumber: "9876543210987",
      turnover: "10-25",
    });
  }
  const { person } = await askedFor("whatsapp", sanggar);
  secrets.push("81234567890", "Siti Aminah", "9876543210987", "1961", "10-25");
  const chat = { id: person.id, type: "private", first_name: "Siti" } as const;
  const from = { id: person.id, is_bot: false, first_name: "Siti" };
  const message = { message_id: 1, date: 0, chat, from, text: "rahasia saya 0812 9999 8888" };
  await services.inbox.store([
    { update_id: 81_001, message },
    { update_id: 81_002, message },
  ]);
  await services.inbox.park(81_002);
  secrets.push("rahasia", "9999 8888");

  const documents = await allDocuments(sanggar);
  const dump = JSON.stringify(documents);
  expect(dump).toContain(`draft:${person.id}`);
  expect(dump).toContain("Perajin 49");
  for (const secret of secrets) expect(dump, secret).not.toContain(secret);

  const sealed = documents.flatMap(({ collection, kept }) => {
    const holding = HOLDINGS.find((one) => one.collection === collection);
    return holding ? sealedValues(holding, kept as Kept) : [];
  });
  expect(sealed.length).toBeGreaterThan(4 * 50 + 10);
  expect(sealed.filter((one) => !SEALED.test(one.sealed))).toEqual([]);
  // What looks sealed and stands on no list would be forgotten when keys change.
  const listed = new Set(sealed.map((one) => one.sealed));
  const unlisted = [...dump.matchAll(/"(1\.test\.[\w-]{38,})"/g)].map(([, value = ""]) => value);
  expect(unlisted.filter((value) => !listed.has(value))).toEqual([]);
});
