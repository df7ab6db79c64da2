import { freePort } from "../../src/sandbox/free-port.ts";
import { Api } from "grammy";
import { ALLOWED_UPDATES } from "../../src/intake/inbox.ts";
import type { Standin } from "../../src/sandbox/telegram/index.ts";
import { openBalancer } from "./balancer.ts";

export const SECRET = "a-secret-of-at-least-32-characters";

/** A webhook address before so many processes, and what each of these is told at its start. */
export async function openDoor(standin: Standin, count: number) {
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const balancer = await openBalancer(ports);
  const api = new Api(standin.token, { apiRoot: standin.url });
  await api.setWebhook(balancer.url, {
    secret_token: SECRET,
    allowed_updates: ALLOWED_UPDATES,
  });
  const environments = await Promise.all(
    ports.map(async (port) => ({
      ...{ INTAKE: "webhook", WEBHOOK_URL: balancer.url, WEBHOOK_SECRET: SECRET },
      ...{ PORT: String(port), ...(await ownStatusPort()) },
    })),
  );
  return { balancer, environments };
}

/** Processes of one machine cannot share the port of their status pages. */
export const ownStatusPort = async () => ({ STATUS_PORT: String(await freePort()) });

/** What every process on this database is told. */
export function environment(
  { url, token }: Standin,
  mongoUri: string,
  dataDir: string,
): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    BOT_TOKEN: token,
    BOT_API_ROOT: url,
    MONGODB_URI: mongoUri,
    FIELD_KEYS: `test=${"5a".repeat(32)}`,
    PRIVACY_CONTACT: "Ibu Contoh, 0254-000000",
    DATA_PLACE: "Jakarta",
    // The stand-in takes all that comes, and its people write faster than real ones.
    SEND_RATE: "1000",
  };
}
