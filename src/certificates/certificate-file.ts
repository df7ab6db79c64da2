import { type Certificate, certificatePdf } from "../papers/certificate.ts";
import { localDate } from "../dates.ts";
import { fileName, fileWords } from "../papers/file-name.ts";
import { writeZip, type ZipPart } from "../papers/zip.ts";
import { certificateFrameNow } from "../papers/paper-frame.ts";
import type { Services } from "../services.ts";
import { type Training, whereOf } from "../trainings/training.ts";
import type { IssuedCertificate } from "./certificate.ts";

/** Front and back of each, as one file to print on both sides. Those without a name have no paper. */
export async function certificateFile(
  training: Training,
  issued: readonly IssuedCertificate[],
  services: Pick<Services, "clock" | "emblem" | "settings">,
): Promise<Buffer> {
  const papers = issued.flatMap((one) =>
    one.name === undefined ? [] : [paperOf(training, one.name, one)],
  );
  return certificatePdf(papers, await certificateFrameNow(services));
}

/** A ZIP with a PDF of each, made one after the other. */
export function certificatesOneByOne(
  training: Training,
  issued: readonly IssuedCertificate[],
  services: Pick<Services, "clock" | "emblem" | "settings">,
) {
  return writeZip(eachOf(training, issued, services), services.clock.now());
}

async function* eachOf(
  training: Training,
  issued: readonly IssuedCertificate[],
  services: Pick<Services, "clock" | "emblem" | "settings">,
): AsyncGenerator<ZipPart> {
  for (const one of issued) {
    const date = localDate(one.issuedAt);
    // Two may be called the same: the code is what tells them apart.
    const about = `${fileWords(one.name ?? "", 20)} ${one.code}`;
    const name = fileName({ paper: "certificate", about, date, ending: "pdf" });
    yield { name, bytes: await certificateFile(training, [one], services) };
  }
}

function paperOf(training: Training, name: string, { code, days }: IssuedCertificate): Certificate {
  const { title, organiser, partners } = training;
  const present = training.days.filter(({ date }) => days.includes(date));
  return {
    ...{ name, code, organiser, partners },
    ...{ training: title, place: whereOf(training) },
    present: present.map(({ date, topic, sessions = [] }) => ({
      date,
      sessions: sessions.length
        ? sessions.map(({ topic, trainer, lessonHours }) => ({
            ...{ topic, jp: lessonHours },
            ...(trainer !== undefined && { trainer }),
          }))
        : topic === undefined
          ? []
          : [{ topic, jp: 0 }],
    })),
  };
}
