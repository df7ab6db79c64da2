import { attempt } from "./announce.js";
import { createCommandMenu } from "./command-menu.js";
import { byId, element, icon } from "./element.js";
import { buttonGrid, createDisclosure } from "./focus.js";
import { act } from "./standin.js";
import { words } from "./words.js";

/** A square in the town of the demo; where the viewer really is, nobody asks. */
const demoPlace = { latitude: -6.1104, longitude: 106.1636 };

/**
 * Where the person shown writes: text, commands, buttons under the field, files, contact and place.
 * @param {{ actions: any, memory: any, person: () => number }} deps
 */
export function createComposer({ actions, memory, person }) {
  const input = byId("input");
  const menu = createCommandMenu(input, (command) => send(`/${command}`));
  const attach = createDisclosure(byId("attach"), byId("attach-panel"));
  let editing;
  let shownFor;
  let shownKeyboard;

  byId("latitude").value = demoPlace.latitude;
  byId("longitude").value = demoPlace.longitude;

  input.addEventListener("input", () => {
    keepDraft();
    menu.filter();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || menu.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape" && editing) {
      event.preventDefault();
      stopEditing();
    }
    const last = event.key === "ArrowUp" && input.value === "" && actions.editLast();
    if (last) edit(last);
  });
  byId("compose").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    (byId("compose").hidden ? byId("begin") : input).focus();
  });
  byId("menu").addEventListener("click", () => menu.toggle());
  byId("stop-editing").addEventListener("click", stopEditing);
  byId("keys-toggle").addEventListener("click", () => openKeys(byId("keys").hidden));
  byId("send-photo").addEventListener("click", () => byId("photo-input").click());
  byId("send-file").addEventListener("click", () => byId("file-input").click());
  byId("photo-input").addEventListener("change", ({ target }) => upload("photo", target));
  byId("file-input").addEventListener("change", ({ target }) => upload("document", target));
  byId("send-contact").addEventListener("click", () => fromPanel({ contact: true }));
  byId("location-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const at = {
      latitude: Number(byId("latitude").value),
      longitude: Number(byId("longitude").value),
    };
    fromPanel({ location: at });
  });

  function submit() {
    const text = input.value.trim();
    if (text === "") return;
    if (editing) finishEditing(text);
    else send(text);
  }

  /** The field is emptied at once; a refused text comes back, unless something new was written. */
  async function send(text) {
    fillInput("");
    menu.close();
    if (!(await actions.say(text)) && input.value === "") fillInput(text);
  }

  function fillInput(text) {
    input.value = text;
    keepDraft();
    input.focus();
  }

  function keepDraft() {
    input.rows = Math.min(6, input.value.split("\n").length);
    if (!editing) memory.set("drafts", { ...memory.get("drafts"), [person()]: input.value });
  }

  function edit(message) {
    editing = message;
    byId("editing").hidden = false;
    fillInput(message.text);
  }

  function stopEditing() {
    editing = undefined;
    byId("editing").hidden = true;
    fillInput(memory.get("drafts")[person()] ?? "");
  }

  async function finishEditing(text) {
    const { message_id } = editing;
    stopEditing();
    await attempt(act("edit", { person: person(), message_id, text }));
  }

  function fromPanel(content) {
    attach.close();
    return attempt(act("say", { person: person(), ...content }));
  }

  /** Several photos chosen at once are an album; what stands in the field goes along as caption. */
  async function upload(kind, chooser) {
    const files = [...chooser.files];
    const album = files.length > 1 ? { media_group_id: String(Date.now()) } : {};
    const caption = input.value.trim();
    const to = person();
    attach.close();
    fillInput("");
    for (const [at, file] of files.entries()) {
      const base64 = await base64Of(file);
      const note = at === 0 && caption ? { caption } : {};
      await attempt(
        act("upload", { person: to, kind, file_name: file.name, base64, ...note, ...album }),
      );
    }
    chooser.value = "";
  }

  function showKeys(keyboard) {
    shownKeyboard = keyboard;
    const rows = keyboard?.keyboard ?? [];
    const place = byId("keys");
    const hadFocus = place.contains(document.activeElement);
    place.replaceChildren();
    if (rows.length > 0)
      place.append(buttonGrid(words("keys"), rows, (key) => replyKey(key, keyboard)));
    byId("keys-toggle").hidden = rows.length === 0;
    input.placeholder = keyboard?.input_field_placeholder ?? words("input");
    openKeys(rows.length > 0);
    if (hadFocus) (place.querySelector("button") ?? input).focus();
  }

  function openKeys(open) {
    byId("keys").hidden = !open;
    byId("keys-toggle").setAttribute("aria-expanded", String(open));
  }

  /** A one-time keyboard hides after use and can be opened again. */
  function hideKeys() {
    openKeys(false);
    input.focus();
  }

  function replyKey(key, keyboard) {
    const label = typeof key === "string" ? key : key.text;
    const drawing = (key.request_contact && "person") || (key.request_location && "place");
    const tap = () => {
      if (keyboard.one_time_keyboard) hideKeys();
      attempt(act("tap", { person: person(), label }));
    };
    // One drawing is enough: ours looks alike everywhere, a picture character may be missing.
    const shown = drawing ? label.replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, "") : label;
    return element("button", { type: "button", onclick: tap }, drawing && icon(drawing), shown);
  }

  return {
    edit,
    /** @param {{ keyboard: any, commands: any[] }} entry of the person shown */
    show(entry) {
      menu.offer(entry.commands);
      if (shownFor !== person() || entry.keyboard !== shownKeyboard) showKeys(entry.keyboard);
      if (shownFor === person()) return;
      shownFor = person();
      editing = undefined;
      byId("editing").hidden = true;
      input.value = memory.get("drafts")[person()] ?? "";
      keepDraft();
    },
    /** Someone who has not started, or has blocked the bot, sees one big button in place of the field. */
    allow(allowed, otherwise) {
      const begin = byId("begin");
      const hadFocus = document.querySelector(".composer").contains(document.activeElement);
      begin.textContent = otherwise;
      begin.hidden = allowed;
      byId("compose").hidden = !allowed;
      byId("keys").classList.toggle("out", !allowed);
      if (hadFocus && document.activeElement === document.body) (allowed ? input : begin).focus();
    },
  };
}

const base64Of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
