/** A link that opens WhatsApp with the text, to this number ("+62812…") or to a chat of choice. */
export function waLink(text: string, number = ""): string {
  return `https://wa.me/${number.replace(/\D/g, "")}?text=${encodeURIComponent(text)}`;
}
