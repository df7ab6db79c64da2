import { byId } from "./element.js";
import { holdFocus } from "./focus.js";
import { words } from "./words.js";

let fading;

/** A line over the chat that goes away by itself. */
export function toast(text) {
  const place = byId("toast");
  place.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => (place.textContent = ""), 3000 + text.length * 40);
}

/** A window that must be closed; the focus then goes back to where it was, even when that bubble was redrawn. */
export function alert(text, outsideUrl) {
  const dialog = byId("alert");
  const open = byId("alert-open");
  if (dialog.open) dialog.close();
  const giveBack = holdFocus(document.activeElement?.closest(".message") ?? document.body);
  byId("alert-text").textContent = text;
  open.hidden = !outsideUrl;
  if (outsideUrl) open.href = outsideUrl;
  dialog.addEventListener("close", giveBack, { once: true });
  dialog.showModal();
}

/** Only for screen readers. */
export function announce(text) {
  byId("announcements").textContent = text;
}

/** Waits for an action and gives its answer; a refusal is shown in the server's own words. */
export async function attempt(action) {
  try {
    return await action;
  } catch (error) {
    toast(words("failed", { error: error.message }));
    return undefined;
  }
}
