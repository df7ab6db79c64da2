import { daysBefore } from "../privacy/retention.ts";
import { localDate, localTime } from "../dates.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { issueCertificates, type IssueServices } from "./issue.ts";
import { tellHolder } from "./withdraw.ts";

export type TendCertificateServices = IssueServices &
  Pick<Services, "jobRuns" | "managedTrainings" | "notices" | "settings" | "texts">;

const FROM = "03:00";
/** Presence of older trainings is settled, and its marks lose their names one day. */
const LOOK_BACK_DAYS = 92;

/**
 * Once a local date: where certificates were made, whom a mark that was settled since brings over
 * the threshold gets one, who fell below has theirs revoked, and other days make another edition.
 * Names stay as they were printed: these change by making certificates anew only.
 */
export async function tendCertificates(
  services: TendCertificateServices,
  signal?: AbortSignal,
): Promise<void> {
  const { clock, jobRuns, managedTrainings } = services;
  const now = clock.now();
  const date = localDate(now);
  if (localTime(now) < FROM || !(await jobRuns.take("certificates", date, now))) return;
  const since = localDate(daysBefore(now, LOOK_BACK_DAYS));
  let done = false;
  try {
    for (const training of await managedTrainings.inStates(["closed", "archived"])) {
      if (signal?.aborted) return;
      if ((training.days.at(-1)?.date ?? "") >= since) await agree(training, services);
    }
    done = true;
  } finally {
    await jobRuns.end("certificates", date, done ? "done" : "running");
  }
}

async function agree(training: Training, services: TendCertificateServices): Promise<void> {
  const { certificates } = services;
  const before = new Map((await certificates.of(training.id)).map((one) => [one.id, one.state]));
  if (!before.size) return;
  await issueCertificates(training, services, { keepNames: true });
  const after = await certificates.of(training.id);
  for (const one of after.filter(({ id, state }) => before.get(id) !== state)) {
    if (one.state === "valid") await tellHolder(one, "certificate-again", services);
    if (one.state === "revoked") await tellHolder(one, "certificate-withdrawn", services);
  }
}
