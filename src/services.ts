import type { Api } from "grammy";
import type { Connection } from "mongoose";
import { createAuditProof } from "./access/audit-proof-repository.ts";
import { createAudit } from "./access/audit-repository.ts";
import { createRoleRepository } from "./access/role-repository.ts";
import { createAudiences } from "./artisans/audience-repository.ts";
import { createArtisanRepository } from "./artisans/artisan-repository.ts";
import { createClaimedRecords } from "./artisans/claimed-record-repository.ts";
import { createDraftRepository } from "./artisans/draft-repository.ts";
import { createIdleDrafts } from "./artisans/idle-draft-repository.ts";
import { createRecordLife } from "./artisans/record-life-repository.ts";
import { createUnitedRecords } from "./artisans/united-record-repository.ts";
import { createTexts } from "./bot/language.ts";
import { createClaimRepository } from "./claims/claim-repository.ts";
import type { Clock } from "./clock.ts";
import { createDoubleRepository } from "./doubles/double-repository.ts";
import { createMergeRepository } from "./doubles/merge-repository.ts";
import { createCommunityRepository } from "./communities/community-repository.ts";
import { createInbox } from "./intake/inbox.ts";
import { createPeople } from "./intake/person-state.ts";
import { createJobRuns } from "./jobs/job-repository.ts";
import { createLeases } from "./leases/lease-repository.ts";
import type { Log } from "./log.ts";
import { createNoticeDrafts } from "./notices/draft-repository.ts";
import { createDeliveryRepository } from "./notices/delivery-repository.ts";
import { createGate } from "./notices/gate-repository.ts";
import { createMessenger } from "./notices/messenger.ts";
import { createNoticeRepository } from "./notices/notice-repository.ts";
import { createSettingsRepository } from "./office/settings-repository.ts";
import { serangPlaces } from "./places/serang.ts";
import { createConsents } from "./privacy/consent-repository.ts";
import { createErasureList } from "./privacy/erasure-list.ts";
import type { FieldCipher } from "./privacy/field-cipher.ts";
import { createHoldings } from "./privacy/holdings-repository.ts";
import { createHeldSeats } from "./trainings/held-seats-repository.ts";
import { createTrainingRepository } from "./trainings/training-repository.ts";
import { createUnitedSeats } from "./trainings/united-seat-repository.ts";
import { seedCalendar } from "../seeds/holidays.ts";

export type Services = ReturnType<typeof createServices>;

export interface ServiceParts {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
  log: Log;
  /** For notices: one call each, nothing is repeated underneath. */
  api: Api;
  /** Names this process in leases. */
  owner: string;
  /** Where the list of erasures rests; without it nobody can be erased. */
  dataDir?: string;
  /** Telegram ids of those whom the configuration names as owners. */
  ownerIds?: readonly number[];
}

/** What lives as long as the process. Everything else is handed what it needs of it. */
export function createServices(parts: ServiceParts) {
  const { connection, cipher, clock, log, api, owner } = parts;
  return {
    clock,
    log,
    texts: createTexts(),
    places: serangPlaces(),
    calendar: seedCalendar,
    settings: createSettingsRepository(connection),
    ownerIds: parts.ownerIds ?? [],
    roles: createRoleRepository(connection),
    audit: createAudit(connection, cipher, clock),
    auditProof: createAuditProof(connection),
    artisans: createArtisanRepository(connection, cipher),
    claims: createClaimRepository(connection, cipher),
    claimedRecords: createClaimedRecords(connection, cipher),
    merges: createMergeRepository(connection, cipher),
    unitedRecords: createUnitedRecords(connection),
    unitedSeats: createUnitedSeats(connection),
    doubles: createDoubleRepository(connection),
    drafts: createDraftRepository(connection, cipher, clock),
    changes: createDraftRepository(connection, cipher, clock, "change"),
    communities: createCommunityRepository(connection),
    trainings: createTrainingRepository(connection),
    notices: createNoticeRepository(connection, owner),
    noticeDrafts: createNoticeDrafts(connection),
    audiences: createAudiences(connection),
    deliveries: createDeliveryRepository(connection, owner),
    gate: createGate(connection),
    leases: createLeases(connection, clock, owner),
    inbox: createInbox(connection, cipher, clock),
    people: createPeople(connection, cipher, clock, owner),
    messenger: createMessenger(api),
    jobRuns: createJobRuns(connection, owner),
    recordLife: createRecordLife(connection),
    idleDrafts: createIdleDrafts(connection),
    heldSeats: createHeldSeats(connection),
    consents: createConsents(connection),
    holdings: createHoldings(connection, cipher),
    erasures: createErasureList(parts.dataDir, cipher),
  };
}
