import type { Connection } from "mongoose";
import { modelOf, operators } from "../database.ts";
import type { FieldCipher } from "../privacy/field-cipher.ts";
import { FIRST_OWNER, type Invitation, INVITATION_MS, type InvitationState } from "./invitation.ts";
import { type InvitationDocument, invitationSchema } from "./invitation-schema.ts";

/** Links by which roles are asked for, and the code of the first owner. */
export function createInvitationRepository(connection: Connection, cipher: FieldCipher) {
  const invitations = modelOf(connection, "Invitation", invitationSchema, "invitations");
  const idOf = (id: string) => `invitation:${id}`;
  const digestOf = (token: string) => cipher.blindIndex(`invitation ${token}`);
  const read = ({ _id, token: _, phoneKey: __, ...rest }: InvitationDocument): Invitation => ({
    id: _id.slice(idOf("").length),
    ...rest,
  });

  async function make(
    invitation: Pick<Invitation, "id" | "role" | "scope" | "maker" | "madeAt" | "expiresAt">,
    token: string,
    phone?: string,
  ): Promise<void> {
    const { id, ...fields } = invitation;
    const phoneKey = phone === undefined ? undefined : cipher.blindIndex(phone);
    await invitations.updateOne(
      { _id: idOf(id) },
      {
        $set: {
          ...{ ...fields, token: digestOf(token), state: "open" },
          ...(phoneKey !== undefined && { phoneKey }),
        },
        $unset: {
          ...(phoneKey === undefined && { phoneKey: 1 }),
          usedBy: 1,
          usedAt: 1,
          toldAt: 1,
          confirmedAt: 1,
        },
      },
      { upsert: true },
    );
  }

  return {
    /** Made again under the same id the earlier link is worth nothing any more. */
    make,

    /** The one code of the first owner; an older one is worth nothing any more. */
    makeFirst: (code: string, madeAt: Date, expiresAt: Date) =>
      make({ id: FIRST_OWNER, role: "owner", maker: 0, madeAt, expiresAt }, code),

    /** The same for the same update, so that handling it twice makes one. */
    newId: (maker: number, update: number) =>
      cipher.blindIndex(`invitation of ${maker} ${update}`).slice(0, 16),

    async byToken(token: string): Promise<Invitation | undefined> {
      const found = await invitations
        .findOne({ token: digestOf(token) })
        .lean<InvitationDocument>();
      return found ? read(found) : undefined;
    },

    async byId(id: string): Promise<Invitation | undefined> {
      const found = await invitations.findOne({ _id: idOf(id) }).lean<InvitationDocument>();
      return found ? read(found) : undefined;
    },

    /** Whether it was made for who has this number, E.164. */
    async isFor(id: string, number: string): Promise<boolean> {
      const which = { _id: idOf(id), phoneKey: cipher.blindIndex(number) };
      return (await invitations.exists(which)) !== null;
    },

    /** Those that may still come to something, oldest first. */
    async waiting(now: Date): Promise<Invitation[]> {
      const since = new Date(now.getTime() - 2 * INVITATION_MS);
      const found = await invitations
        .find({
          state: operators({ $in: ["open", "used"] as InvitationState[] }),
          madeAt: operators({ $gt: since }),
          _id: operators({ $ne: idOf(FIRST_OWNER) }),
        })
        .sort({ madeAt: 1, _id: 1 })
        .lean<InvitationDocument[]>();
      return found.map(read);
    },

    /** The link is used up by this account; one wins. */
    async use(id: string, usedBy: number, now: Date): Promise<boolean> {
      const done = await invitations.updateOne(
        { _id: idOf(id), state: "open", expiresAt: operators({ $gt: now }) },
        { $set: { state: "used", usedBy, usedAt: now } },
      );
      return done.matchedCount === 1;
    },

    async markTold(id: string, toldAt: Date): Promise<void> {
      await invitations.updateOne({ _id: idOf(id) }, { $set: { toldAt } });
    },

    /** Its maker says that it was the right person; false when there is nothing to confirm. */
    async confirm(id: string, now: Date): Promise<boolean> {
      const since = new Date(now.getTime() - INVITATION_MS);
      const done = await invitations.updateOne(
        { _id: idOf(id), state: "used", usedAt: operators({ $gt: since }) },
        { $set: { state: "confirmed", confirmedAt: now } },
      );
      return done.matchedCount === 1;
    },

    /** Ends it, unless the role was given. */
    async end(
      id: string,
      state: Extract<InvitationState, "refused" | "revoked">,
    ): Promise<boolean> {
      const done = await invitations.updateOne(
        { _id: idOf(id), state: operators({ $in: ["open", "used"] as InvitationState[] }) },
        { $set: { state } },
      );
      return done.matchedCount === 1;
    },
  };
}
