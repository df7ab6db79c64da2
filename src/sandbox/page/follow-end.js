const nearPx = 80;

/**
 * Keeps a log at its newest line while the reader is there: pictures that load and buttons that
 * open must not push that line out of sight. Once a frame is enough: to measure after each of a
 * thousand messages takes seconds.
 * @param {HTMLElement} log
 * @param {(atEnd: boolean) => void} [onScroll]
 */
export function followEnd(log, onScroll = () => {}) {
  let atEnd = true;
  let lastTop = 0;
  let waiting = false;

  log.addEventListener("load", stay, { capture: true });
  new ResizeObserver(stay).observe(log);
  // Only the reader's going up leaves the end. A log that grew under the reader is still at its end;
  // so is one that lost buttons, which the browser moves up, and got a message before it told so.
  log.addEventListener("scroll", () => {
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
    if (near || (log.scrollTop < lastTop && !waiting)) atEnd = near;
    lastTop = log.scrollTop;
    onScroll(atEnd);
  });

  function stay() {
    if (!atEnd || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (atEnd) log.scrollTop = log.scrollHeight;
    });
  }

  return {
    /** After something was added. */
    stay,
    goToEnd() {
      atEnd = true;
      stay();
    },
  };
}
