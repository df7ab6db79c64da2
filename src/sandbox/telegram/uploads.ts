import { type Actor, captionContent, type Said, send } from "./acts.ts";
import type { Core } from "./core.ts";
import { cleanFileName, documentOf, idsOf, storeFile, storePhoto, typeOf } from "./files.ts";
import type { Content } from "./state.ts";

export interface UploadInput extends Actor {
  kind: "photo" | "document" | "voice" | "sticker";
  file_name: string;
  base64: string;
  caption?: string;
  media_group_id?: string;
}

/** A person sends a file, or one picture of an album. @throws Error when they cannot write. */
export function upload(core: Core, input: UploadInput): Said {
  const { kind, file_name, base64, caption, media_group_id } = input;
  const name = cleanFileName(file_name);
  const given = { name, type: typeOf(name), bytes: Buffer.from(base64, "base64") };
  const group = media_group_id === undefined ? {} : { media_group_id };
  const words = caption === undefined ? {} : captionContent(caption);
  return send(core, input, { ...group, ...mediaContent(core, kind, given), ...words });
}

function mediaContent(
  core: Core,
  kind: UploadInput["kind"],
  given: { name: string; type: string; bytes: Buffer },
): Content {
  if (kind === "photo") return { photo: storePhoto(core, given) };
  const file = storeFile(core, kind, given);
  if (kind === "document") return { document: documentOf(file) };
  if (kind === "voice") return { voice: { ...idsOf(file), duration: 3, mime_type: "audio/ogg" } };
  const look = { type: "regular" as const, width: 512, height: 512 };
  return { sticker: { ...idsOf(file), ...look, is_animated: false, is_video: false, emoji: "🙂" } };
}
