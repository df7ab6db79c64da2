import type { Command, Context } from "./context.ts";
import type { Doc } from "./documents.ts";

const hello: Command = {
  fields: [
    ...["helloOk", "client", "compression", "topologyVersion", "maxAwaitTimeMS", "loadBalanced"],
    ...["saslSupportedMechs", "speculativeAuthenticate", "backpressure", "internalClient"],
  ],
  run: describePrimary,
};

/** The answer of the primary of a replica set of one, so that the driver retries writes. */
function describePrimary({ address, now }: Context): Doc {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: "sandbox",
    setVersion: 1,
    hosts: [address()],
    primary: address(),
    me: address(),
    minWireVersion: 0,
    maxWireVersion: 21,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 1000,
    logicalSessionTimeoutMinutes: 30,
    localTime: now,
    readOnly: false,
    ok: 1,
  };
}

const version = { version: "7.0.0", versionArray: [7, 0, 0, 0], modules: ["sanggar-sandbox"] };

export const serverCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: { fields: [], run: () => ({ ok: 1 }) },
  buildInfo: {
    fields: [],
    run: () => ({ ...version, maxBsonObjectSize: 16_777_216, ok: 1 }),
  },
  serverStatus: {
    fields: [],
    run: ({ now, address }) => ({ host: address(), ...version, localTime: now, ok: 1 }),
  },
  endSessions: { fields: [], run: () => ({ ok: 1 }) },
};
