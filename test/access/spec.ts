/**
 * What each action of the gate is for, written out once more by hand and never read from its
 * table: who may do it, and to which of these things. An action that does not stand here fails.
 *
 * o: what is about the own record, in the own community, registered and made by oneself.
 * c: somebody else's record in the own community, registered and made by somebody else.
 * m: somebody else's record in another community, registered and made by oneself.
 * f: foreign in all. u: unknown, with nothing known of it.
 */
/** What coordinators write, and leaders for their own community: none of the things is written. */
const STAFF = { coordinator: "ocmfu" };

export const SPEC: Record<string, Partial<Record<Who, string>>> = {
  "doubles.list": { coordinator: "ocmfu" },
  "doubles.show": { coordinator: "cmfu" },
  "doubles.decide": { coordinator: "cmfu" },
  "record.merge": { coordinator: "cmfu" },
  "record.unmerge": { coordinator: "cmfu" },
  "record.claim": { anyone: "ocmfu" },
  "record.disown": { coordinator: "ocmfu", leader: "om" },
  "member.register": { coordinator: "ocmfu", leader: "c" },
  "owner.begin": { anyone: "ocmfu" },
  "invitation.open": { anyone: "ocmfu" },
  "role.list": { owner: "ocmfu" },
  "role.invite": { owner: "ocmfu" },
  "role.confirm": { owner: "om" },
  "role.revoke": { owner: "ocmfu" },
  "role.end": { owner: "ocmfu" },
  "role.renew": { owner: "ocmfu" },
  "community.list": { coordinator: "ocmfu", leader: "ocmfu" },
  "community.show": { coordinator: "ocmfu", leader: "c" },
  "community.share": { coordinator: "ocmfu", leader: "c" },
  "community.change": { coordinator: "ocmfu" },
  "community.join": { anyone: "ocmfu" },
  "leader.invite": { coordinator: "ocmfu" },
  "leader.confirm": { coordinator: "om" },
  "leader.revoke": { coordinator: "ocmfu" },
  "leader.end": { coordinator: "ocmfu" },
  "leader.renew": { coordinator: "ocmfu" },
  "tasks.list": { coordinator: "ocmfu" },
  "record.check": { coordinator: "cmfu" },
  "member.check": { leader: "c" },
  "member.list": { coordinator: "ocmfu", leader: "oc" },
  "member.search": { coordinator: "ocmfu", leader: "oc" },
  "member.show": { coordinator: "ocmfu", leader: "oc" },
  "member.nudge": { coordinator: "cmfu", leader: "c" },
  "member.correct": { coordinator: "om", leader: "om" },
  "claim.code": { coordinator: "om", leader: "om" },
  // A leader needs the tick as well: none of the things has it.
  "phone.show": { coordinator: "ocmfu" },
  "export.run": { coordinator: "ocmfu" },
  "export.decide": { coordinator: "cf", owner: "cf" },
  "import.run": { coordinator: "ocmfu" },
  "import.own": { coordinator: "om" },
  "enrolment.sheet": { coordinator: "ocmfu" },
  "enrolment.choose": { coordinator: "cmfu" },
  "enrolment.propose": { coordinator: "cmfu", leader: "c" },
  "enrolment.answer": { coordinator: "cmfu", leader: "c" },
  "enrolment.reasons": { coordinator: "ocmfu", leader: "oc" },
  "feedback.totals": { coordinator: "ocmfu" },
  "feedback.words": { coordinator: "ocmfu" },
  "feedback.quiz": { coordinator: "ocmfu" },
  "feedback.help": { coordinator: "cmfu" },
  "sharing.confirm": { coordinator: "cmfu", leader: "c" },
  "sharing.reach": { coordinator: "ocmfu" },
  "plan.change": { coordinator: "ocmfu" },
  "promise.list": { coordinator: "ocmfu" },
  "promise.unread": { coordinator: "ocmfu" },
  "promise.remind": { coordinator: "ocmfu" },
  "promise.receipts": { coordinator: "ocmfu" },
  "promise.answer": { anyone: "ocmfu" },
  "card.own": { anyone: "ocmfu" },
  "statistics.show": { coordinator: "ocmfu" },
  // With the setting `leaderNotices` off, which is asked for elsewhere, leaders may not.
  "notice.list": STAFF,
  "notice.write": STAFF,
  "notice.names": STAFF,
  "notice.send": STAFF,
  "notice.steer": STAFF,
  "notice.correct": STAFF,
  "notice.report": STAFF,
  "notice.read": { anyone: "ocmfu" },
  "notice.check": { anyone: "ocmfu" },
  "carry.list": { coordinator: "ocmfu", leader: "ocmfu" },
  "carry.show": { coordinator: "cmfu", leader: "c" },
  "carry.number": { coordinator: "cmfu", leader: "c" },
  "carry.tick": { coordinator: "cmfu", leader: "c" },
  "carry.report": { coordinator: "ocmfu" },
};

type Who = "anyone" | "artisan" | "leader" | "coordinator" | "owner" | "privacyOfficer";
