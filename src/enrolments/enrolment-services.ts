import type { Services } from "../services.ts";

/** What choosing participants, offers and waiting lists need of the program. */
export type EnrolmentServices = Pick<
  Services,
  | "calendar"
  | "choices"
  | "clock"
  | "enrolledPeople"
  | "enrolments"
  | "marks"
  | "notices"
  | "seats"
  | "texts"
  | "trainings"
>;
