import { format } from "prettier";
import { expect, test } from "vitest";

import { generateContract } from "../../../src/sandbox/telegram/contract/generate.ts";
import { methods } from "../../../src/sandbox/telegram/methods/index.ts";

const offered = [...methods.values()].map(({ name }) => name).sort();

test("the contract is what grammY's types say; `vitest -u` writes it anew", async () => {
  const fresh = JSON.stringify(generateContract(offered));
  const text = await format(fresh, { parser: "json", printWidth: 100 });
  const place = "../../../src/sandbox/telegram/contract/methods.json";
  await expect(text).toMatchFileSnapshot(place);
});
