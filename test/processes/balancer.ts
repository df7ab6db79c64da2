import { once } from "node:events";
import { Agent, createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";

export type Balancer = Awaited<ReturnType<typeof openBalancer>>;

/**
 * One address for several processes, in turn. Like nginx it goes to the next where a connection is
 * refused, keeps connections, and answers 502 where one breaks after the request was sent: that
 * may have been taken. https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_next_upstream
 */
export async function openBalancer(ports: readonly number[]) {
  const agent = new Agent({ keepAlive: true });
  const counts = { passed: 0, refused: 0, broken: 0 };
  let next = 0;

  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on("data", (chunk: Buffer) => chunks.push(chunk));
    asked.on("end", () => {
      const body = Buffer.concat(chunks);
      pass(asked.url ?? "/", asked.headers, body)
        .then(({ status, headers }) => answer.writeHead(status, headers).end())
        .catch(() => answer.writeHead(502).end());
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  async function pass(path: string, headers: IncomingHttpHeaders, body: Buffer) {
    for (let tries = 0; tries < ports.length; tries += 1) {
      const port = ports[next++ % ports.length] ?? 0;
      try {
        const passed = await post({ port, path, headers, agent }, body);
        counts.passed += 1;
        return passed;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ECONNREFUSED") counts.refused += 1;
        else {
          counts.broken += 1;
          throw error;
        }
      }
    }
    throw new Error("nobody is there");
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    counts,
    async close(): Promise<void> {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function post(
  to: { port: number; path: string; headers: IncomingHttpHeaders; agent: Agent },
  body: Buffer,
): Promise<{ status: number; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...to, host: "127.0.0.1", method: "POST" }, (response) => {
      response.resume().on("end", () => {
        const after = response.headers["retry-after"];
        resolve({
          status: response.statusCode ?? 502,
          headers: after ? { "retry-after": after } : {},
        });
      });
      response.on("error", reject);
    });
    sent.on("error", reject).end(body);
  });
}
