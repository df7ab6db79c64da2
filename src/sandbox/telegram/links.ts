/** The address as Telegram keeps it, or undefined where it takes none. [TD LinkManager.cpp] */
export function readLink(url: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url.replace(/^[\w.-]+:\d+/, "")) ? url : `http://${url}`;
  if (!URL.canParse(full)) return undefined;
  const parsed = new URL(full);
  if (["tg:", "ton:", "tonsite:"].includes(parsed.protocol)) return full;
  if (!["http:", "https:"].includes(parsed.protocol)) return undefined;
  const good = /^[^.].*\.[^.]+$/.test(parsed.hostname);
  return good ? parsed.href : undefined;
}
