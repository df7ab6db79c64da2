/** What the owner edits in chat; the configuration only gives the first values. */
export interface Settings {
  officeName: string;
  /** Where people ask whether something is true, such as a phone number; the office if not set. */
  officeContact?: string;
  /** Name and phone of the data-protection officer; empty: not named yet. */
  privacyContact: string;
  /** Where the data rest; empty: not settled yet. */
  dataPlace: string;
}

/** Without these two the consent text would be untrue, so real people cannot register. */
export function mayRegisterPeople(settings: Settings): boolean {
  return settings.privacyContact !== "" && settings.dataPlace !== "";
}
