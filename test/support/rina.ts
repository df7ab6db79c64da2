import type { Demo } from "./demo.ts";

/** One of the demo's people. */
export const RINA = 5_000_000_101;

/** How Rina registers, act by act, and words of what the bot says next. */
export const REGISTRATION: [route: string, body: object, next: string][] = [
  ["start", {}, "Mulai dengan menekan tombol"],
  ["say", { text: "/daftar" }, "Sebelum mulai"],
  ["press", { label: "Saya setuju" }, "18 tahun"],
  ["press", { label: "Ya" }, "nama lengkap"],
  ["say", { text: "Rina Contoh" }, "kecamatan mana"],
  ["say", { text: "anyer" }, "Desa mana"],
  ["say", { text: "3" }, "komunitas perajin"],
  ["press", { label: "1. Kriya Pesisir Bersama" }, "Kerajinan apa"],
  ["say", { text: "2" }, "Terpilih: Rajut"],
  ["press", { label: "✓ Selesai (1)" }, "nomor HP"],
  ["say", { text: "0812 0000 0101" }, "WhatsApp"],
  ["press", { label: "Ya" }, "Mohon diperiksa"],
  ["press", { label: "✓ Kirim" }, "sudah kami terima"],
];

export async function registerRina(demo: Demo): Promise<void> {
  for (const [route, body, next] of REGISTRATION) {
    await demo.act(route, { person: RINA, ...body });
    await demo.sees(RINA, next);
  }
}
