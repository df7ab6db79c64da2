import { attempt, toast } from "./announce.js";
import { byId, element, icon } from "./element.js";
import { createDisclosure } from "./focus.js";
import { followEnd } from "./follow-end.js";
import { fullName } from "./people.js";
import { act } from "./standin.js";
import { shortMoment, timeWithSeconds, words } from "./words.js";

/** Rows kept in the column; the ledger of the server has them all. */
const mostRows = 300;

const faults = {
  lost: ["faultLost", "fault", { method: "sendMessage", times: 1, reset: "after" }],
  flood: [
    "faultFlood",
    "fault",
    {
      method: "sendMessage",
      times: 1,
      code: 429,
      description: "Too Many Requests: retry after 3",
      retry_after: 3,
    },
  ],
  down: ["faultDown", "outage", { for_ms: 10_000, mode: "reset" }],
};

const isRefused = (call) => Boolean(call.error || call.fault) || call.status >= 400;

/** The right column: what the bot called and what was refused, with buttons that make trouble. */
export function createCalls({ people }) {
  const log = byId("call-log");
  const end = followEnd(log);
  const drawer = createDisclosure(byId("calls-toggle"), byId("calls"), { staysOpen: true });
  let refusals = 0;
  let newest = 0;

  byId("calls-close").addEventListener("click", drawer.close);
  byId("only-refused").addEventListener("change", ({ target }) =>
    log.classList.toggle("only-refused", target.checked),
  );
  byId("with-polls").addEventListener("change", ({ target }) =>
    log.classList.toggle("with-polls", target.checked),
  );
  for (const button of document.querySelectorAll("[data-fault]"))
    button.addEventListener("click", () => makeTrouble(button.dataset.fault));

  async function makeTrouble(name) {
    const [word, path, body] = faults[name];
    if (await attempt(act(path, body))) toast(words("faultSet", { name: words(word) }));
  }

  function append(row) {
    log.append(row);
    if (log.childElementCount > mostRows)
      (log.querySelector(".poll") ?? log.firstElementChild).remove();
    end.stay();
  }

  function countRefusal() {
    refusals += 1;
    byId("refused-count").hidden = false;
    byId("refused-count").replaceChildren(
      element("span", { "aria-hidden": "true" }, String(refusals)),
      element("span", { class: "unseen" }, words("refusedCount", { n: refusals })),
    );
  }

  function row(call, refused) {
    const summary = element(
      "summary",
      {},
      element("code", {}, call.method),
      element("span", { class: "status" }, `${refused ? "✕" : "✓"} ${call.status || "–"}`),
      element("time", {}, timeWithSeconds(new Date(call.at))),
      element(
        "span",
        { class: "who" },
        people.get(call.person) ? fullName(people.get(call.person)) : "",
      ),
      element("span", { class: "ms" }, `${Math.round(call.ms)} ms`),
      call.error && element("span", { class: "error", lang: "en" }, call.error),
      call.fault &&
        element("span", { class: "error" }, words("faultBy", { n: call.fault.replace(/\D/g, "") })),
    );
    const kind = [refused && "refused", !refused && call.method === "getUpdates" && "poll"].filter(
      Boolean,
    );
    const details = element("details", { class: ["call", ...kind].join(" ") }, summary);
    // The parameters are written only when somebody opens the row.
    details.addEventListener(
      "toggle",
      () => details.append(element("pre", { tabindex: "0" }, JSON.stringify(call.params, null, 2))),
      { once: true },
    );
    return details;
  }

  /** A call made while the page loads is read as well as heard. */
  function add(call) {
    if (call.id <= newest) return;
    newest = call.id;
    const refused = isRefused(call);
    append(row(call, refused));
    if (refused) countRefusal();
  }

  return {
    add,
    /** What happened before the page was opened; the many quiet polls of that time are left out. */
    addEarlier: (calls) =>
      calls
        .filter((call) => call.method !== "getUpdates" || isRefused(call))
        .slice(-mostRows)
        .forEach(add),
    addViolation({ method, text }) {
      const title = element("b", {}, `✕ ${words("violation")}: ${method}`);
      append(
        element(
          "p",
          { class: "call refused violation" },
          title,
          element("span", { class: "error", lang: "en" }, text),
        ),
      );
      countRefusal();
    },
    divide({ at, label }) {
      append(
        element(
          "p",
          { class: "passed" },
          icon("clock"),
          element("span", {}, words("passed", { at: shortMoment(new Date(at)), label })),
        ),
      );
    },
  };
}
