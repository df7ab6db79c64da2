import { type Config, readConfig } from "../config.ts";

export type Env = Record<string, string | undefined>;

/** The configuration as far as it can be used, and what is wrong with the rest. */
interface Read {
  config: Config;
  complaints: string[];
  /** What cannot be looked at, since its variables are wrong. */
  untold: { telegram: boolean; database: boolean; intake: boolean };
}

const NOBODY = "1:none";
const COMPLAINT = /^ {2}(([A-Z_]+): .*)$/gm;

/** Reads what is right even where something else is wrong. */
export function readWhatIsRight(env: Env): Read {
  const read = readConfig(env);
  if (read.ok) {
    const untold = { telegram: false, database: false, intake: false };
    return { config: read.config, complaints: [], untold };
  }
  const found = [...read.report.matchAll(COMPLAINT)];
  const wrong = new Set(found.map(([, , name = ""]) => name));
  const isWrong = (...names: string[]) => names.some((name) => wrong.has(name));
  const untold = {
    telegram: isWrong("BOT_TOKEN", "BOT_API_ROOT", "BOT_ID"),
    database: isWrong("MONGODB_URI"),
    intake: isWrong("INTAKE", "WEBHOOK_URL", "WEBHOOK_SECRET"),
  };
  // What is only wrong together with others goes with them.
  const left = { ...env, NODE_ENV: "", ...(untold.intake && { INTAKE: "" }) };
  const kept = Object.fromEntries(Object.entries(left).filter(([name]) => !wrong.has(name)));
  const again = readConfig({ ...kept, ...(isWrong("BOT_TOKEN") && { BOT_TOKEN: NOBODY }) });
  if (!again.ok) throw new Error("the configuration is wrong in more than one way");
  return { config: again.config, complaints: found.map(([, line = ""]) => line), untold };
}
