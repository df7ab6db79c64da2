import { printable } from "./printable.ts";
import { qrDrawing } from "./qr.ts";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A value inside a drawing: printable, and text whatever it looks like. */
export function drawnText(value: string): string {
  return printable(value).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");
}

/** A QR code in a drawing, with its white border; x, y and side are in the drawing's unit. */
export function drawnQr(text: string, x: number, y: number, side: number): string {
  const qr = qrDrawing(text);
  const scale = side / qr.side;
  return (
    `<rect x="${x}" y="${y}" width="${side}" height="${side}" fill="#ffffff"/>` +
    `<path transform="translate(${x} ${y}) scale(${scale})" fill="#000000" d="${qr.path}"/>`
  );
}
