import type { FieldCipher } from "../privacy/field-cipher.ts";

const SIGNATURE = 12;

/** What a participant's card says: an id drawn at random, and that the office signed it. */
export function createCards(cipher: FieldCipher) {
  const sign = (artisan: string) => cipher.blindIndex(`card ${artisan}`).slice(0, SIGNATURE);

  return {
    /** The payload of the card's link. */
    payloadOf: (artisan: string): string => `q_${artisan}${sign(artisan)}`,

    /** The record that a link `/start q_…` names; undefined: it is no link of a card. Empty: forged. */
    read(text: string): string | undefined {
      const payload = /^\/start(?:@\w+)? q_(.*)$/s.exec(text)?.[1];
      if (payload === undefined) return undefined;
      const artisan = payload.slice(0, -SIGNATURE);
      return artisan !== "" && payload.slice(-SIGNATURE) === sign(artisan) ? artisan : "";
    },
  };
}
