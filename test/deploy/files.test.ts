import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { parse as parseDotenv } from "dotenv";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { projectRoot } from "../../src/root.ts";
import { instructions, named, ofTheImage, takenBy, textOf, wordsOf } from "./recipe.ts";

const manifest = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
/** What is left of `npm start` once it has built. */
const START = manifest.scripts["start"]?.split("&& ").at(-1) ?? "";
const VARIABLES = Object.keys(parseDotenv(textOf(".env.example")));
const SECRET = /TOKEN|SECRET|KEY|PASSWORD|MONGODB_URI/i;

/** After which the program ends itself, in seconds. */
const STOP_S =
  Number(/STOP_WITHIN_MS = ([\d_]+)/.exec(textOf("src/main.ts"))?.[1]?.replace("_", "")) / 1_000;

it("the program says how long it takes to stop, and how it is started", () => {
  expect(STOP_S).toBe(20);
  expect(START).toBe("node dist/program/main.cjs");
});

describe("Dockerfile", () => {
  it("builds on, and becomes, the Node that the project is for", () => {
    const bases = named("FROM", instructions).map((one) => one.getArguments()[0]?.getValue());
    expect(bases).toEqual(["node:20-bookworm-slim", "node:20-bookworm-slim"]);
  });

  it("runs as nobody in particular, and installs nothing after that", () => {
    const keywords = ofTheImage.map((one) => one.getKeyword());
    const [user, ...more] = named("USER");
    expect(more).toEqual([]);
    expect(user?.getArgumentsContent()).toBe("node");
    expect(keywords.slice(keywords.indexOf("USER"))).not.toContain("RUN");
  });

  it("copies only what is there, and nothing secret", () => {
    const copies = named("COPY", instructions).map(takenBy);
    const own = copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources);
    expect(own.length).toBeGreaterThan(6);
    expect(own.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    expect(own.filter((path) => /^\.$|\.env/.test(path))).toEqual([]);
    expect(named("ADD", instructions)).toEqual([]);
    const stages = copies.flatMap(({ from }) => from ?? []);
    for (const stage of stages)
      expect(textOf("Dockerfile")).toMatch(new RegExp(` AS ${stage}$`, "m"));
  });

  it("has no secret in a layer", () => {
    const kept = [...named("ENV", instructions), ...named("ARG", instructions)];
    expect(
      kept.map((one) => one.getArgumentsContent() ?? "").filter((one) => SECRET.test(one)),
    ).toEqual([]);
    expect(textOf(".dockerignore").split("\n")).toEqual(
      expect.arrayContaining([".env", ".env.*", ".git"]),
    );
  });

  it("sets only variables that are read", () => {
    const names = named("ENV").flatMap((one) =>
      one.getArguments().map((each) => each.getValue().split("=")[0] ?? ""),
    );
    expect(names).toEqual(["NODE_ENV", "DATA_DIR"]);
    expect(names.filter((name) => !VARIABLES.includes(name))).toEqual([]);
  });

  it("keeps the list of erasures in a volume that its user may write", () => {
    const [volume] = named("VOLUME");
    expect(volume?.getArgumentsContent()).toBe("/data");
    expect(
      named("RUN")
        .map((one) => one.getRawArgumentsContent())
        .join(),
    ).toContain("install -d -o node -g node -m 0700 /data");
  });

  it("starts what npm start starts, and installs without scripts or what is for development", () => {
    expect(wordsOf(named("CMD")[0]).join(" ")).toBe(START);
    const installs = named("RUN", instructions)
      .map((one) => one.getRawArgumentsContent() ?? "")
      .filter((one) => one.includes("npm ci"));
    expect(installs).toHaveLength(2);
    for (const one of installs) expect(one).toContain("--ignore-scripts");
    expect(installs[1]).toContain("--omit=dev");
  });

  it("opens the port of the webhook only", () => {
    expect(named("EXPOSE").map((one) => one.getArgumentsContent())).toEqual(["8080"]);
  });
});

interface Service {
  [key: string]: unknown;
  environment?: Record<string, string>;
  networks: string[];
  volumes?: string[];
  healthcheck?: { test: string[]; retries: number };
  depends_on?: Record<string, { condition: string }>;
  logging: { driver: string; options: Record<string, string> };
}

describe("compose.yaml", () => {
  const compose = parseYaml(textOf("compose.yaml"), { merge: true }) as {
    services: { bot: Service; mongo: Service };
    networks: Record<string, { internal?: boolean } | null>;
    volumes: Record<string, unknown>;
  };
  const { bot, mongo } = compose.services;

  it("starts both again, publishes neither, and lets no log fill the disk", () => {
    for (const service of Object.values(compose.services)) {
      expect(service["restart"]).toBe("unless-stopped");
      expect(service["ports"]).toBeUndefined();
      expect(service["privileged"]).toBeUndefined();
      expect(service["security_opt"]).toEqual(["no-new-privileges:true"]);
      expect(service.logging.driver).toBe("json-file");
      expect(Object.keys(service.logging.options)).toEqual(["max-size", "max-file"]);
    }
  });

  it("has a database that is a replica set, keeps its data, and takes nobody but the bot", () => {
    expect(mongo["command"]).toEqual(expect.arrayContaining(["--replSet", "rs0"]));
    expect(mongo.volumes).toEqual(["mongo:/data/db"]);
    expect(mongo.networks).toEqual(["database"]);
    expect(compose.networks["database"]).toEqual({ internal: true });
    expect(bot.networks).toContain("database");
    expect(bot.environment?.["MONGODB_URI"]).toContain("replicaSet=rs0");
  });

  it("makes the replica set, and calls the database healthy once it takes writes", () => {
    const script = mongo.healthcheck?.test.at(-1) ?? "";
    expect(mongo.healthcheck?.test.slice(0, 2)).toEqual(["CMD", "mongosh"]);
    expect(script).toContain('rs.initiate({_id: "rs0"');
    expect(script).toContain("isWritablePrimary");
    const ends: number[] = [];
    /** As mongosh runs it: how often a replica set is made. */
    const look = (isWritablePrimary: boolean, status: () => unknown) => {
      let made = 0;
      runInNewContext(script, {
        rs: { status, initiate: () => (made += 1) },
        db: { hello: () => ({ isWritablePrimary }) },
        quit: (code: number) => ends.push(code),
      });
      return made;
    };
    const unknown = () => {
      throw new Error("no replset config has been received");
    };
    expect([look(false, unknown), look(false, () => 1), look(true, () => 1)]).toEqual([1, 0, 0]);
    expect(ends).toEqual([1, 1, 0]);
  });

  it("starts the bot after that, with a folder of its own, read-only otherwise", () => {
    expect(bot.depends_on).toEqual({ mongo: { condition: "service_healthy" } });
    expect(bot.volumes).toEqual(["data:/data"]);
    expect(bot["read_only"]).toBe(true);
    expect(bot["cap_drop"]).toEqual(["ALL"]);
    for (const volume of [bot, mongo].flatMap(({ volumes = [] }) => volumes))
      expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
  });

  it("gives it longer to stop than it needs, and only variables that are read", () => {
    expect(Number.parseInt(String(bot["stop_grace_period"]))).toBeGreaterThan(STOP_S);
    const names = Object.keys(bot.environment ?? {});
    expect(names.filter((name) => !VARIABLES.includes(name))).toEqual([]);
    expect(names.filter((name) => /TOKEN|SECRET|KEY/.test(name))).toEqual([]);
  });
});

describe("sanggar.service", () => {
  const path = ".deploy/sanggar.service";
  const unit = readUnit(textOf(path));
  const one = (section: string, name: string) => {
    const values = unit.get(`${section}.${name}`) ?? [];
    expect(values, name).toHaveLength(1);
    return values[0] ?? "";
  };

  it("starts what npm start starts, by the full path of node", () => {
    expect(one("Service", "ExecStart")).toBe(`/usr/bin/${START}`);
  });

  it("is not root, has a folder of its own, and starts again for ever", () => {
    expect(one("Service", "User")).toBe("sanggar");
    expect(one("Service", "StateDirectory")).toBe("sanggar");
    expect(unit.get("Service.Environment")).toEqual([
      "NODE_ENV=production",
      "DATA_DIR=/var/lib/sanggar",
    ]);
    expect(one("Service", "Restart")).toBe("always");
    expect(one("Unit", "StartLimitIntervalSec")).toBe("0");
  });

  it("gives it longer to stop than it needs", () => {
    expect(one("Service", "KillSignal")).toBe("SIGTERM");
    expect(Number(one("Service", "TimeoutStopSec"))).toBeGreaterThan(STOP_S);
  });

  it("may do nothing that it need not", () => {
    for (const name of ["NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome"])
      expect(one("Service", name), name).toBe("yes");
    for (const name of ["Clock", "ControlGroups", "KernelLogs", "KernelModules", "KernelTunables"])
      expect(one("Service", `Protect${name}`), name).toBe("yes");
    expect(one("Service", "ProtectSystem")).toBe("strict");
    expect(one("Service", "CapabilityBoundingSet")).toBe("");
    expect(one("Service", "SystemCallFilter")).toBe("@system-service");
    expect(unit.has("Service.MemoryDenyWriteExecute"), "Node compiles while it runs").toBe(false);
  });

  it("holds no secret", () => {
    expect(one("Service", "EnvironmentFile")).toBe("/etc/sanggar.env");
    expect(textOf(path)).not.toMatch(/^Environment=.*(TOKEN|SECRET|KEY)/m);
  });

  it("is taken by systemd where there is one", (context) => {
    const { error, status, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", "--man=no", join(projectRoot, path)],
      { encoding: "utf8" },
    );
    if (error) return context.skip("systemd-analyze is not installed");
    // What is installed here is another matter than what the unit says.
    const complaints = stderr.split("\n").filter((line) => line && !/is not executable/.test(line));
    expect(complaints).toEqual([]);
    expect([0, 1]).toContain(status);
  });
});

/** The settings of a unit by `Section.Name`. Throws at a line that is none. */
function readUnit(text: string): Map<string, string[]> {
  const settings = new Map<string, string[]>();
  let section = "";
  for (const [at, line] of text.split("\n").entries()) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    const head = /^\[([A-Z]\w+)\]$/.exec(line);
    const setting = /^([A-Z]\w+)=(.*)$/.exec(line);
    if (head) section = head[1] ?? "";
    else if (setting && section) {
      const key = `${section}.${setting[1]}`;
      settings.set(key, [...(settings.get(key) ?? []), setting[2] ?? ""]);
    } else throw new Error(`line ${at + 1} of the unit is no setting: ${line}`);
  }
  return settings;
}
