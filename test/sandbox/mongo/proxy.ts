import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/**
 * Stands between driver and server. Once told, it swallows the answer to the next write, tells
 * `onSwallow` and cuts the connection; a new one goes to where `target` says the server is then.
 */
export async function startProxy(
  target: () => string | Promise<string>,
  onSwallow: () => unknown = () => undefined,
) {
  let swallows = false;
  let cuts = 0;
  const sockets = new Set<Socket>();

  const join = async (near: Socket) => {
    const far = connect(Number(new URL(await target()).port), "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    let isWrite = false;
    near.on("data", (data) => {
      isWrite = data.includes("txnNumber");
      far.write(data);
    });
    far.on("data", (data) => {
      if (!swallows || !isWrite) return near.write(data);
      swallows = false;
      cuts++;
      onSwallow();
      return near.destroy();
    });
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.resume();
  };
  const server = createServer({ pauseOnConnect: true }, (near) => {
    near.on("error", () => near.destroy());
    join(near).catch(() => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/sanggar?directConnection=true`,
    swallowNext: () => (swallows = true),
    cuts: () => cuts,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
