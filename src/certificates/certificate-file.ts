import { type Certificate, certificatePdf } from "../papers/certificate.ts";
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
