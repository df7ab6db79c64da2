import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../../src/sandbox/mongo/serve.ts", import.meta.url));

/** The server as a process of its own, once it has said its address. */
export async function serve(dir: string, port = 0) {
  const child = spawn(process.execPath, ["--import", "tsx", script, dir, String(port)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve)),
    ended.then((code) => Promise.reject(new Error(`the server ended with ${String(code)}`))),
  ]);
  const { uri } = JSON.parse(line) as { uri: string };
  return {
    uri,
    ended,
    isKilled: () => child.killed,
    kill: () => child.kill("SIGKILL"),
    endInput: () => child.stdin.end(),
  };
}
