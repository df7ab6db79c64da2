import type { Api } from "grammy";
import type { Connection } from "mongoose";
import { createAlarms } from "./alarms/alarm-repository.ts";
import { createAuditProof } from "./access/audit-proof-repository.ts";
import { createAudit } from "./access/audit-repository.ts";
import { createInvitationRepository } from "./access/invitation-repository.ts";
import { createRoleRepository } from "./access/role-repository.ts";
import { createTryRepository } from "./access/try-repository.ts";
import { createAttendanceDays } from "./attendance/day-repository.ts";
import { createMarks } from "./attendance/mark-repository.ts";
import { createPresenceReceipts } from "./attendance/receipt-repository.ts";
import { createUnitedMarks } from "./attendance/united-mark-repository.ts";
import { createWaiting } from "./attendance/waiting-repository.ts";
import { createCards } from "./attendance/card-sign.ts";
import { createArtisanList } from "./artisans/artisan-list-repository.ts";
import { createAudiences } from "./artisans/audience-repository.ts";
import { createArtisanRepository } from "./artisans/artisan-repository.ts";
import { createCarriedPeople } from "./artisans/carried-person-repository.ts";
import { createCheckedRecords } from "./artisans/checked-record-repository.ts";
import { createClaimedRecords } from "./artisans/claimed-record-repository.ts";
import { createDraftRepository } from "./artisans/draft-repository.ts";
import { createEnrolledPeople } from "./artisans/enrolled-person-repository.ts";
import { createIdleDrafts } from "./artisans/idle-draft-repository.ts";
import { createMemberships } from "./artisans/membership-repository.ts";
import { createImportedRecords } from "./artisans/imported-record-repository.ts";
import { createRecordUpkeep } from "./artisans/record-upkeep-repository.ts";
import { createRecordLife } from "./artisans/record-life-repository.ts";
import { createMembers } from "./artisans/member-repository.ts";
import { createUnitedRecords } from "./artisans/united-record-repository.ts";
import { createCertificates } from "./certificates/certificate-repository.ts";
import { createTexts } from "./bot/language.ts";
import { createClaimRepository } from "./claims/claim-repository.ts";
import type { Clock } from "./clock.ts";
import { type Count, createCounts } from "./counts.ts";
import { createDoubleRepository } from "./doubles/double-repository.ts";
import { createMergeRepository } from "./doubles/merge-repository.ts";
import { createChoices } from "./enrolments/choice-repository.ts";
import { createDesks } from "./communities/desk-repository.ts";
import { createLeadershipRepository } from "./communities/leadership-repository.ts";
import { createCommunityRepository } from "./communities/community-repository.ts";
import { createSearchers } from "./communities/searcher-repository.ts";
import { createShownNumbers } from "./communities/shown-number-repository.ts";
import type { QuizAnswers } from "./feedback/quiz.ts";
import type { SurveyAnswers } from "./feedback/survey.ts";
import { createSurveys } from "./feedback/survey-repository.ts";
import { createInbox } from "./intake/inbox.ts";
import { createPeople } from "./intake/person-state.ts";
import { createJobRuns } from "./jobs/job-repository.ts";
import { createLeases } from "./leases/lease-repository.ts";
import type { Log } from "./log.ts";
import { createCarriedDeliveries } from "./notices/carried-delivery-repository.ts";
import { createNoticeDrafts } from "./notices/draft-repository.ts";
import { createDoubtfulDeliveries } from "./notices/doubtful-delivery-repository.ts";
import { createDeliveryRepository } from "./notices/delivery-repository.ts";
import { createGate } from "./notices/gate-repository.ts";
import { createMessenger, type SendPlace } from "./notices/messenger.ts";
import { createNoticeCodes } from "./notices/notice-code-repository.ts";
import { createOriginals } from "./notices/original-repository.ts";
import { createNoticeRepository } from "./notices/notice-repository.ts";
import { createEmblem } from "./office/emblem-repository.ts";
import { createHolidaySheets } from "./office/holiday-sheet-repository.ts";
import { createOfficeCalendar } from "./office/office-calendar.ts";
import { createSettingChanges } from "./office/setting-change-repository.ts";
import { createSettingWaits } from "./office/setting-wait-repository.ts";
import { createSettingsRepository } from "./office/settings-repository.ts";
import { createImports } from "./papers/import-repository.ts";
import { createExports } from "./papers/export-repository.ts";
import { createPaperWaits } from "./papers/paper-wait-repository.ts";
import { createTrainingPhotos } from "./papers/training-photo-repository.ts";
import { createChangeDrafts } from "./promises/change-draft-repository.ts";
import { createLivingCards } from "./promises/living-card-repository.ts";
import { createPlans } from "./promises/plan-repository.ts";
import { createReceipts } from "./promises/receipt-repository.ts";
import type { Places } from "./places/places.ts";
import { serangPlaces } from "./places/serang.ts";
import { createConsents } from "./privacy/consent-repository.ts";
import { createErasureList } from "./privacy/erasure-list.ts";
import type { FieldCipher } from "./privacy/field-cipher.ts";
import { createHoldings } from "./privacy/holdings-repository.ts";
import { createUnitedRows } from "./privacy/united-rows-repository.ts";
import type { SharedAnswers, SharingAnswers } from "./sharing/sharing.ts";
import { createSharings } from "./sharing/sharing-repository.ts";
import { createAnswers } from "./trainings/answer-repository.ts";
import { createEnrolments } from "./trainings/enrolment-repository.ts";
import { createSeats } from "./trainings/seat-repository.ts";
import { createHeldSeats } from "./trainings/held-seats-repository.ts";
import { createManagedTrainings } from "./trainings/managed-training-repository.ts";
import type { TrainingAnswers } from "./trainings/training-answers.ts";
import { createTrainingRepository } from "./trainings/training-repository.ts";
import { createUnitedSeats } from "./trainings/united-seat-repository.ts";
import { seedCalendar } from "../seeds/holidays.ts";

export type Services = ReturnType<typeof createServices>;

export interface ServiceParts {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
  log: Log;
  /** The kabupaten of the office; Serang where none is handed in. */
  places?: Places;
  /** Where figures of this process go. */
  count?: Count;
  /** For notices: one call each at its place, nothing is repeated underneath. */
  apiIn: (place: SendPlace) => Api;
  /** What goes to many may cost Stars. */
  paidBroadcasts?: boolean;
  /** Names this process in leases. */
  owner: string;
  /** Where the list of erasures rests; without it nobody can be erased. */
  dataDir?: string;
  /** Telegram ids of those whom the configuration names as owners. */
  ownerIds?: readonly number[];
}

/** What lives as long as the process. Everything else is handed what it needs of it. */
export function createServices(parts: ServiceParts) {
  const { connection, cipher, clock, log, apiIn, owner, places = serangPlaces() } = parts;
  const artisans = createArtisanRepository(connection, cipher);
  const settings = createSettingsRepository(connection);
  return {
    clock,
    log,
    count: parts.count ?? createCounts().count,
    alarms: createAlarms(connection),
    texts: createTexts(places),
    places,
    calendar: createOfficeCalendar(settings, { seed: seedCalendar, clock }),
    settings,
    settingChanges: createSettingChanges(connection),
    settingWaits: createSettingWaits(connection, clock),
    emblem: createEmblem(connection),
    holidaySheets: createHolidaySheets(connection),
    ownerIds: parts.ownerIds ?? [],
    roles: createRoleRepository(connection),
    invitations: createInvitationRepository(connection, cipher),
    tries: createTryRepository(connection),
    audit: createAudit(connection, cipher, clock),
    auditProof: createAuditProof(connection),
    members: createMembers(connection, cipher),
    searchers: createSearchers(connection),
    shownNumbers: createShownNumbers(connection),
    checkedRecords: createCheckedRecords(connection),
    artisans,
    recordUpkeep: createRecordUpkeep(connection),
    artisanList: createArtisanList(connection, artisans),
    claims: createClaimRepository(connection, cipher),
    claimedRecords: createClaimedRecords(connection, cipher),
    merges: createMergeRepository(connection, cipher),
    unitedRecords: createUnitedRecords(connection),
    unitedSeats: createUnitedSeats(connection),
    unitedRows: createUnitedRows(connection, cipher),
    doubles: createDoubleRepository(connection),
    drafts: createDraftRepository(connection, cipher, clock),
    changes: createDraftRepository(connection, cipher, clock, "change"),
    behalfDrafts: createDraftRepository(connection, cipher, clock, "behalf"),
    corrections: createDraftRepository(connection, cipher, clock, "correct"),
    trainingDrafts: createDraftRepository<TrainingAnswers>(connection, cipher, clock, "training"),
    surveyDrafts: createDraftRepository<SurveyAnswers>(connection, cipher, clock, "survey"),
    quizDrafts: createDraftRepository<QuizAnswers>(connection, cipher, clock, "quiz"),
    sharingDrafts: createDraftRepository<SharingAnswers>(connection, cipher, clock, "sharing"),
    sharedDrafts: createDraftRepository<SharedAnswers>(connection, cipher, clock, "shared"),
    surveys: createSurveys(connection, cipher),
    sharings: createSharings(connection),
    communities: createCommunityRepository(connection),
    leaderships: createLeadershipRepository(connection),
    desks: createDesks(connection, clock),
    memberships: createMemberships(connection),
    trainings: createTrainingRepository(connection),
    managedTrainings: createManagedTrainings(connection),
    enrolments: createEnrolments(connection),
    answers: createAnswers(connection),
    seats: createSeats(connection),
    choices: createChoices(connection, clock),
    enrolledPeople: createEnrolledPeople(connection),
    marks: createMarks(connection),
    plans: createPlans(connection),
    changeDrafts: createChangeDrafts(connection, clock),
    livingCards: createLivingCards(connection),
    receipts: createReceipts(connection),
    attendanceDays: createAttendanceDays(connection, cipher),
    attendanceWaits: createWaiting(connection, clock),
    presenceReceipts: createPresenceReceipts(connection, cipher),
    unitedMarks: createUnitedMarks(connection),
    cards: createCards(cipher),
    certificates: createCertificates(connection, cipher),
    notices: createNoticeRepository(connection, owner),
    noticeCodes: createNoticeCodes(connection),
    noticeDrafts: createNoticeDrafts(connection),
    originals: createOriginals(connection),
    audiences: createAudiences(connection),
    deliveries: createDeliveryRepository(connection, owner),
    carriedDeliveries: createCarriedDeliveries(connection),
    doubtfulDeliveries: createDoubtfulDeliveries(connection),
    carriedPeople: createCarriedPeople(connection),
    gate: createGate(connection),
    leases: createLeases(connection, clock, owner),
    inbox: createInbox(connection, cipher, clock),
    people: createPeople(connection, cipher, clock, owner),
    messenger: createMessenger(apiIn, parts.paidBroadcasts),
    jobRuns: createJobRuns(connection, owner),
    recordLife: createRecordLife(connection),
    idleDrafts: createIdleDrafts(connection),
    heldSeats: createHeldSeats(connection),
    consents: createConsents(connection),
    holdings: createHoldings(connection, cipher),
    erasures: createErasureList(parts.dataDir, cipher),
    exports: createExports(connection, cipher),
    paperWaits: createPaperWaits(connection, clock),
    trainingPhotos: createTrainingPhotos(connection),
    imports: createImports(connection, cipher),
    importedRecords: createImportedRecords(connection, artisans),
  };
}
