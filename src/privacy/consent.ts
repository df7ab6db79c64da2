/**
 * The version of the consent text in `locales/`. Raise it when the text changes: whoever agreed
 * to another version is asked again (UU 27/2022, Pasal 21).
 */
export const CONSENT_VERSION = "2026-11-24";
