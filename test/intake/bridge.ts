import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to the database that can be cut and mended. */
export async function openBridge(mongoUri: string) {
  const target = new URL(mongoUri);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(target.port || 27_017), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket
        .on("error", () => undefined)
        .on("close", () => {
          sockets.delete(socket);
          other.destroy();
        });
      socket.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const drop = () => sockets.forEach((socket) => socket.destroy());
  const uri = new URL(mongoUri);
  uri.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  uri.searchParams.set("directConnection", "true");
  return {
    uri: uri.href,
    cut(): void {
      isCut = true;
      drop();
    },
    mend(): void {
      isCut = false;
    },
    async close(): Promise<void> {
      server.close();
      drop();
      await once(server, "close");
    },
  };
}
