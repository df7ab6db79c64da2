import { Api } from "grammy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { introduce } from "../../src/bot/introduce.ts";
import { StartRefused } from "../../src/start-refused.ts";
import { clientOptions } from "../../src/bot/telegram-fetch.ts";
import { createAdjustableClock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import { createStandin, type Standin } from "../../src/sandbox/telegram/index.ts";

const URL = "http://127.0.0.1:9/hook";
const POLL = { kind: "poll" } as const;
const HOOK = { kind: "webhook", url: URL, secret: "s".repeat(32) } as const;
const ID = 7_000_000_001;

let standin: Standin;
beforeAll(async () => {
  standin = await createStandin({ clock: createAdjustableClock() });
});
afterAll(() => standin.stop());

const apiAt = (root: string, token = standin.token) =>
  new Api(token, clientOptions(root, { tries: 1 }));

function meet(change: Partial<Config> = {}, api = apiAt(standin.url)) {
  return introduce(api, { botId: ID, botApiRoot: standin.url, intake: POLL, ...change });
}

async function refusal(meeting: Promise<unknown>): Promise<string> {
  const error = await meeting.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StartRefused);
  const { message } = error as StartRefused;
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toContain("sanggar-demo");
  return message;
}

describe("at the start", () => {
  it("the bot learns who it is, and touches no webhook", async () => {
    expect(await meet()).toMatchObject({ id: ID, is_bot: true });
    const called = new Set(standin.control.calls().map(({ method }) => method));
    expect(called).toEqual(new Set(["getMe", "getWebhookInfo"]));
  });

  it("A16: a token of another bot is refused", async () => {
    expect(await refusal(meet({ botId: 5 }))).toContain(`bot ${ID}, but BOT_ID is 5`);
  });

  it("a token that Telegram does not know is refused", async () => {
    const api = apiAt(standin.url, `${ID}:another-demo`);
    expect(await refusal(meet({}, api))).toContain("does not know BOT_TOKEN");
  });

  it("a Telegram that does not answer is named by its address", async () => {
    const root = "http://127.0.0.1:9";
    expect(await refusal(meet({ botApiRoot: root }, apiAt(root)))).toContain(root);
    standin.control.fault({ method: "getMe", code: 502, body: "<html>" });
    expect(await refusal(meet())).toContain("does not answer");
  });

  it("a fault of our own is not taken for one of Telegram's", async () => {
    const broken = { getMe: () => Promise.reject(new TypeError("ours")) } as unknown as Api;
    await expect(meet({}, broken)).rejects.toThrow(TypeError);
  });

  it("polling beside a webhook is refused, and a webhook must be the configured one", async () => {
    expect(await refusal(meet({ intake: HOOK }))).toContain("does not post to WEBHOOK_URL");
    await apiAt(standin.url).setWebhook(URL);
    expect(await meet({ intake: HOOK })).toMatchObject({ id: ID });
    expect(await refusal(meet())).toContain("a webhook is set");
    const other = { ...HOOK, url: `${URL}/other` };
    expect(await refusal(meet({ intake: other }))).toContain("does not post to WEBHOOK_URL");
    await apiAt(standin.url).deleteWebhook();
  });
});
