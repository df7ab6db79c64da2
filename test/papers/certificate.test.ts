import { describe, expect, it } from "vitest";
import { type Certificate, certificatePdf } from "../../src/papers/certificate.ts";
import { fontsOf, hasPoppler, pagesOf, picturesOf } from "../support/poppler.ts";
import { readQr } from "../support/qr.ts";
import { certificate, CERTIFICATE_FRAME, NAMES, photo, TRAINING } from "./samples.ts";

const made = (...all: Certificate[]) => certificatePdf(all, CERTIFICATE_FRAME);

describe.runIf(hasPoppler)("a certificate", () => {
  it("tells name, training, days, hours and place of presence on its front", async () => {
    const [front = "", back = "", ...more] = await pagesOf(
      await made(certificate("Siti Nur'aini")),
    );
    for (const part of [
      ...["SERTIFIKAT", "Siti Nur'aini", TRAINING, "7K3M-9QX2", "UTC Dago Hotel, Kota Bandung"],
      ...["selama 4 hari (Jumat s.d. Senin, 22 s.d. 25 Agustus 2025), 32 jam pelajaran (JP)"],
    ])
      expect(front).toContain(part);
    expect(back).toMatch(/Dasar bros 1.*Praktik 4.*Jumlah 32/);
    expect(more).toEqual([]);
  });

  it("counts only the days it is given, and names each where they do not follow one another", async () => {
    const whole = certificate("Rina");
    const present = [whole.present[0], whole.present[2]].flatMap((day) => day ?? []);
    const [front = "", back = ""] = await pagesOf(await made({ ...whole, present }));
    expect(front).toContain("selama 2 hari (Jum, 22 Agu 2025; Min, 24 Agu 2025), 16 jam pelajaran");
    expect(back).not.toContain("Praktik 2");
  });

  it("has a QR with the code only", async () => {
    const [front] = await picturesOf(await made(certificate("Rina")), 150);
    expect(await readQr(front ?? Buffer.alloc(0))).toBe("7K3M9QX2");
  });

  it("sets long names smaller, on one line, and shows every one whole", async () => {
    const pages = await pagesOf(await made(...NAMES.map(certificate)));
    expect(pages).toHaveLength(NAMES.length * 2);
    NAMES.forEach((name, at) =>
      expect(pages[at * 2]).toContain(`diberikan kepada ${name} yang telah`),
    );
  });

  it("keeps its two pages with the longest name and title, an emblem and thirty topics", async () => {
    const logo = await photo("#2f7891");
    const long = {
      ...certificate("Muhammad ".repeat(9).trim().slice(0, 80)),
      training: "Pelatihan Peningkatan Keterampilan Aksesori, Rajut, dan Anyaman ".repeat(2).trim(),
      present: certificate("x").present.map(({ date }) => ({
        ...{
          date,
          sessions: Array.from({ length: 8 }, (_, at) => ({ topic: `Materi ${at}`, jp: 1 })),
        },
      })),
    };
    const letterhead = { ...CERTIFICATE_FRAME.letterhead, logo };
    const pdf = await certificatePdf([long], { ...CERTIFICATE_FRAME, letterhead });
    expect(await pagesOf(pdf)).toHaveLength(2);
    const [front] = await picturesOf(pdf, 150);
    expect(await readQr(front ?? Buffer.alloc(0))).toBe("7K3M9QX2");
  });

  it("alone is under 300 kB", async () => {
    const pdf = await made(certificate("Rina"));
    expect(pdf.length).toBeLessThan(300_000);
    expect(await fontsOf(pdf)).toHaveLength(2);
  });
});
