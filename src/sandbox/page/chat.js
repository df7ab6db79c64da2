import { alert, announce, attempt, toast } from "./announce.js";
import { createConversation } from "./conversation.js";
import { createComposer } from "./composer.js";
import { byId } from "./element.js";
import { fullName } from "./people.js";
import { act, read } from "./standin.js";
import { words } from "./words.js";

/** Telegram shows an action for about five seconds. */
const typingMs = 5500;
/** Their links name invented people, whose numbers may be somebody's: they are never opened. */
const isMessenger = ({ hostname }) => /^(wa\.me|t\.me|telegram\.me)$/.test(hostname);
const actionWords = ["typing", "upload_photo", "upload_document", "find_location"];

/**
 * The middle column: the conversation of the person shown, and what that person can do.
 * @param {{ bot: { first_name: string, username: string }, people: any, memory: any }} deps
 */
export function createChat({ bot, people, memory }) {
  const conversations = new Map();
  const waitingToasts = new Map();
  let shown;
  let typingTimer;

  const actions = {
    say: (text) => attempt(act("say", { person: shown, text })),
    press: (message, data) =>
      attempt(act("press", { person: shown, message_id: message.message_id, data })),
    start: (payload) =>
      attempt(act("start", payload ? { person: shown, payload } : { person: shown })),
    edit: (message) => composer.edit(message),
    editLast: () => conversations.get(shown)?.conversation.lastOwn(),
    openLink,
    async copy(text) {
      await navigator.clipboard?.writeText(text).catch(() => {});
      toast(words("copied", { text }));
    },
  };
  const composer = createComposer({ actions, memory, person: () => shown });

  byId("bot-name").textContent = bot.first_name;
  byId("to-end").addEventListener("click", () => conversations.get(shown)?.conversation.toEnd());
  byId("begin").addEventListener("click", () => {
    const blocked = people.get(shown)?.blocked;
    return blocked ? attempt(act("unblock", { person: shown })) : actions.start();
  });
  byId("block").addEventListener("click", () => {
    const blocked = people.get(shown)?.blocked;
    return attempt(act(blocked ? "unblock" : "block", { person: shown }));
  });

  /** Links to the bot open here, as the person shown; all others first say where they lead. */
  function openLink(address) {
    const url = new URL(address);
    if (leadsToBot(url)) return actions.start(url.searchParams.get("start"));
    const text = url.searchParams.get("text");
    if (isMessenger(url) && text)
      return alert(`${words("outsideText", { host: url.hostname })}\n\n${text}`);
    const mayOpen = /^https?:$/.test(url.protocol) && !isMessenger(url);
    alert(words("outside", { url: address }), mayOpen ? address : undefined);
  }

  function leadsToBot({ protocol, hostname, pathname, searchParams }) {
    const named = protocol === "tg:" ? searchParams.get("domain") : pathname.slice(1);
    const isTelegram = protocol === "tg:" || /^(t|telegram)\.me$/.test(hostname);
    return isTelegram && named?.toLowerCase() === bot.username.toLowerCase();
  }

  /** Opens a conversation the first time it is needed; what happens while it loads waits its turn. */
  function open(id) {
    const known = conversations.get(id);
    if (known) return known;
    const conversation = createConversation(people.get(id), actions, (atEnd) => {
      if (id === shown) byId("to-end").hidden = atEnd;
    });
    byId("logs").append(conversation.log);
    const entry = { conversation, keyboard: null, commands: [] };
    entry.ready = attempt(load(id, entry));
    conversations.set(id, entry);
    return entry;
  }

  async function load(id, entry) {
    const { messages, keyboard, commands } = await read(`screen?person=${id}`);
    messages.forEach(entry.conversation.put);
    memory.get("passed").forEach(entry.conversation.divide);
    entry.conversation.listen();
    Object.assign(entry, { keyboard, commands });
  }

  async function show(id) {
    shown = id;
    memory.set("shown", id);
    people.show(id);
    const entry = open(id);
    for (const { conversation } of conversations.values())
      conversation.log.hidden = conversation !== entry.conversation;
    showTyping(undefined);
    refresh();
    composer.show(entry);
    await entry.ready;
    if (shown !== id) return;
    composer.show(entry);
    entry.conversation.toEnd();
    const waiting = waitingToasts.get(id);
    waitingToasts.delete(id);
    if (waiting) showToast(waiting);
  }

  /** What depends on whether the person has started or blocked the bot. */
  function refresh() {
    const person = people.get(shown);
    if (!person) return;
    const role = person.role ? `, ${person.role}` : "";
    byId("viewer").textContent = words("asPerson", { name: fullName(person) }) + role;
    byId("block").querySelector(".label").textContent = words(person.blocked ? "unblock" : "block");
    byId("block").hidden = !person.started && !person.blocked;
    composer.allow(person.started && !person.blocked, words(person.blocked ? "unblock" : "start"));
  }

  const showToast = ({ text, alert: modal }) => text && (modal ? alert(text) : toast(text));

  function showTyping(action) {
    clearTimeout(typingTimer);
    const line = byId("typing");
    line.hidden = !action;
    line.textContent = action
      ? `${bot.first_name} ${words(actionWords.includes(action) ? action : "typing")} …`
      : "";
    byId("viewer").hidden = Boolean(action);
    if (action) typingTimer = setTimeout(showTyping, typingMs);
  }

  /** Runs when the conversation is loaded; one never opened needs nothing, it will load all of it. */
  const inLoaded = (id, change) =>
    conversations.get(id)?.ready.then(() => change(conversations.get(id)));

  return {
    show,
    refresh,
    shown: () => shown,
    start: actions.start,
    receive({ person, message }) {
      inLoaded(person, ({ conversation }) => conversation.put(message));
      if (!message.from?.is_bot) return;
      if (person === shown) return showTyping(undefined);
      people.addUnread(person);
      const name = fullName(people.get(person) ?? { first_name: person });
      announce(words("newFor", { name, n: people.unread(person) }));
    },
    change: ({ person, message }) =>
      inLoaded(person, ({ conversation }) => conversation.redraw(message)),
    remove: ({ person, message_ids }) =>
      inLoaded(person, ({ conversation }) => conversation.remove(message_ids)),
    divide: (passed) =>
      [...conversations.keys()].forEach((id) =>
        inLoaded(id, ({ conversation }) => conversation.divide(passed)),
      ),
    toast: (one) => (one.person === shown ? showToast(one) : waitingToasts.set(one.person, one)),
    typing: ({ person, action }) => person === shown && showTyping(action),
    setKeys: ({ person, ...change }) =>
      inLoaded(person, (entry) => {
        Object.assign(entry, change);
        if (person === shown) composer.show(entry);
      }),
  };
}
