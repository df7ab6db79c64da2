import type { Api } from "grammy";

const LIMIT_MS = 30_000;
const TELEGRAM = "https://api.telegram.org";

/** tooBig: more bytes than wanted, or than Telegram hands out (20 MB). gone: it is not there. */
export type Fetched = { ok: true; bytes: Buffer } | { ok: false; reason: "tooBig" | "gone" };

/**
 * The bytes of a file that a person sent, into memory only. Its address holds the token, so it is
 * never shown, logged or thrown. @throws when Telegram does not answer in 30 s
 */
export async function fetchFile(
  api: Api,
  { file_id, file_size = 0 }: { file_id: string; file_size?: number },
  most: number,
): Promise<Fetched> {
  if (file_size > most) return { ok: false, reason: "tooBig" };
  const { file_path } = await api.getFile(file_id);
  if (file_path === undefined) return { ok: false, reason: "gone" };
  const root = api.options?.apiRoot ?? TELEGRAM;
  const bytes = await download(`${root}/file/bot${api.token}/${file_path}`, most);
  if (typeof bytes === "number") return { ok: false, reason: "gone" };
  return bytes ? { ok: true, bytes } : { ok: false, reason: "tooBig" };
}

/** The bytes; undefined: too many; a number: the status of a refusal. */
async function download(address: string, most: number): Promise<Buffer | number | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(LIMIT_MS) });
    if (!answer.ok || !answer.body) return answer.status;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > most) return undefined;
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    throw new Error("a file could not be fetched from Telegram");
  }
}
