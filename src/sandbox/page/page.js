import { createCalls } from "./calls.js";
import { createChat } from "./chat.js";
import { createClock } from "./clock.js";
import { byId } from "./element.js";
import { createMemory } from "./memory.js";
import { createPeople } from "./people.js";
import { listen, read } from "./standin.js";
import { toast } from "./announce.js";
import { fillWords, language, words } from "./words.js";

document.documentElement.lang = language;
fillWords(document);
byId("other-language").href = language === "en" ? "./" : "./?lang=en";
byId("other-language").lang = language === "en" ? "id" : "en";

const memory = createMemory();
const [state, calls, violations] = await Promise.all([
  read("state"),
  read("calls"),
  read("violations"),
]);
memory.meet(state.seq);

const people = createPeople({ memory, onChoose: (id) => chat.show(id) });
state.people.forEach(people.put);
const chat = createChat({ bot: state.bot, people, memory });
const callLog = createCalls({ people });
const clock = createClock();

clock.set({ ...state.clock, upcoming: state.upcoming });
callLog.addEarlier(calls);
violations.forEach(callLog.addViolation);
document.addEventListener("keydown", shortcut);
listen(state.seq, eventHandlers(), {
  onSeq: (seq) => memory.set("seq", seq),
  onLine: (complaint) => (byId("offline").textContent = complaint),
});
await enter(new URL(location.href));
document.body.dataset.ready = "true";

function eventHandlers() {
  return {
    message: chat.receive,
    edit: chat.change,
    delete: chat.remove,
    toast: chat.toast,
    action: chat.typing,
    keyboard: chat.setKeys,
    commands: chat.setKeys,
    call: callLog.add,
    violation: callLog.addViolation,
    clock: clock.set,
    passed(passed) {
      memory.addPassed(passed);
      chat.divide(passed);
      callLog.divide(passed);
    },
    person(person) {
      people.put(person);
      if (chat.shown() === undefined) chat.show(person.id);
      else if (person.id === chat.shown()) chat.refresh();
    },
    reset() {
      memory.forget();
      location.reload();
    },
  };
}

/** Opens the person of the address (`?as=rina&start=inv_7`), else the one shown last, else the first. */
async function enter(url) {
  const wanted = url.searchParams.get("as");
  const asked = wanted ? people.find(wanted) : undefined;
  const last = people.get(memory.get("shown")) && memory.get("shown");
  const payload = url.searchParams.get("start");
  if (wanted && !asked) toast(words("noSuchPerson", { name: wanted }));
  const id = asked ?? last ?? people.first();
  if (id !== undefined) await chat.show(id);
  if (asked && payload !== null) await chat.start(payload);
  // A reload must not start a second time, nor go back from the person chosen since.
  url.searchParams.delete("as");
  url.searchParams.delete("start");
  history.replaceState(null, "", url);
}

function shortcut(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const id = digit && people.nth(Number(digit));
  if (event.code === "KeyT") clock.focus();
  else if (id) chat.show(id);
  else return;
  event.preventDefault();
}
