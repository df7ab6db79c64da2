import { words } from "./words.js";

async function answerOf(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

/** Reads from the control API of the stand-in for Telegram. */
export const read = (path) => fetch(`/_ctl/${path}`).then(answerOf);

/** Does something there; a refusal throws an Error with the server's text. */
export const act = (path, body) =>
  fetch(`/_ctl/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).then(answerOf);

/** Where the bytes of a photo or document are. */
export const fileUrl = (fileId) => `/_ctl/file?id=${encodeURIComponent(fileId)}`;

/**
 * Listens to everything that happens after `seq`. The browser comes back by itself with the last
 * number it saw; a server that no longer knows that number sends `reset`.
 * @param {number} seq
 * @param {Record<string, (data: any) => void>} handlers by event name
 * @param {{ onSeq: (seq: number) => void, onLine: (complaint: string) => void }} status
 */
export function listen(seq, handlers, { onSeq, onLine }) {
  const source = new EventSource(`/_ctl/events?since=${seq}`);
  for (const [name, handle] of Object.entries(handlers))
    source.addEventListener(name, (event) => {
      onSeq(Number(event.lastEventId));
      handle(JSON.parse(event.data));
    });
  source.addEventListener("open", () => onLine(""));
  source.addEventListener("error", () => {
    onLine(words("offline"));
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
  });
}
