import { attempt, toast } from "./announce.js";
import { byId, element } from "./element.js";
import { createDisclosure } from "./focus.js";
import { act } from "./standin.js";
import {
  dayInWords,
  fromField,
  momentInWords,
  shortMoment,
  timeInWords,
  toField,
  words,
} from "./words.js";

const hour = 3600;

/** The bar with the demo's own time: what it is now, what is due next, and ways to go forward. */
export function createClock() {
  // Before the panel around it, so that Escape closes the inner one first.
  const picker = createDisclosure(byId("pick-date"), byId("clock-form"));
  const toggle = byId("clock-toggle");
  const panel = createDisclosure(toggle, byId("clock-panel"));
  const field = byId("clock-date");
  let base = Date.now();
  let since = Date.now();
  let frozen = false;
  let moving = false;
  let due = 0;

  const now = () => new Date(frozen ? base : base + Date.now() - since);

  byId("plus-hour").addEventListener("click", () => move({ advance_s: hour }));
  byId("plus-day").addEventListener("click", () => move({ advance_s: 24 * hour }));
  byId("to-next").addEventListener("click", () => due > 0 && move({ to: "next" }));
  byId("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const target = fromField(field.value);
    if (target <= now()) return toast(words("onlyForward", { now: momentInWords(now()) }));
    picker.close();
    move({ now: target.toISOString() });
  });
  byId("pick-date").addEventListener("click", () => field.checkVisibility() && field.focus());
  setInterval(draw, 1000);

  function draw() {
    const [time, date] = [`${timeInWords(now())} WIB`, dayInWords(now())];
    write(byId("now").children[0], time);
    write(byId("now").children[1], date);
  }

  const write = (place, text) => place.textContent !== text && (place.textContent = text);

  function set(clock) {
    base = new Date(clock.now).getTime();
    since = Date.now();
    frozen = clock.frozen;
    draw();
    if (document.activeElement !== field) field.value = toField(now());
    showUpcoming(clock.upcoming ?? []);
  }

  function showUpcoming(upcoming) {
    due = upcoming.length;
    const lines = upcoming
      .slice(0, 3)
      .map(({ at, label }) =>
        element(
          "li",
          {},
          element("time", { datetime: at }, shortMoment(new Date(at))),
          " ",
          element("span", { class: "two-lines" }, label),
        ),
      );
    byId("upcoming").replaceChildren(
      ...(due > 0 ? lines : [element("li", {}, words("nothingDue"))]),
    );
    byId("to-next").setAttribute("aria-disabled", String(due === 0));
  }

  /** One move at a time: the server may need seconds to pass everything that is due. */
  async function move(step) {
    if (moving) return;
    moving = true;
    byId("clock-panel").setAttribute("aria-busy", "true");
    toast(words("moving"));
    const moved = await attempt(act("clock", step));
    if (moved) toast(words("moved", { now: momentInWords(new Date(moved.now)) }));
    byId("clock-panel").removeAttribute("aria-busy");
    moving = false;
  }

  return {
    set,
    focus() {
      if (toggle.checkVisibility()) panel.open();
      byId("plus-hour").focus();
    },
  };
}
