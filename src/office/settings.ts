/** What the texts of consent and the head of letters are filled with. */
export interface Settings {
  officeName: string;
  /** Where people ask whether something is true, such as a phone number; the office if not set. */
  officeContact?: string;
  /** Name and phone of the data-protection officer; empty: not named yet. */
  privacyContact: string;
  /** Where the data rest; empty: not settled yet. */
  dataPlace: string;
  /** On what the register rests, in words. */
  privacyBasis: string;
  /** Months without activity after which a record goes, as a text. */
  recordMonths: string;
}

/** What the configuration gives the settings at first; the owner edits them in chat. */
export type FirstSettings = Pick<Settings, "officeName" | "privacyContact" | "dataPlace">;

/** Without these two the consent text would be untrue, so real people cannot register. */
export function mayRegisterPeople({
  privacyContact,
  dataPlace,
}: Pick<Settings, "privacyContact" | "dataPlace">): boolean {
  return privacyContact !== "" && dataPlace !== "";
}
