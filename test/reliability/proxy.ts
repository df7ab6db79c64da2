import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What happens to a message of the driver on its way to the server. */
export type Trouble =
  /** The connection ends, and the server never hears of it. */
  | "cutBefore"
  /** The server carries it out, and the connection ends before its answer. */
  | "cutAfter";

export type Proxy = Awaited<ReturnType<typeof openProxy>>;

/** A way to the database that goes wrong on purpose, and counts. */
export async function openProxy(mongoUri: string) {
  const target = new URL(mongoUri);
  const sockets = new Set<Socket>();
  const counts: Record<Trouble, number> = { cutBefore: 0, cutAfter: 0 };
  let trouble: (message: Buffer) => Trouble | undefined = () => undefined;
  let isAway = false;

  function join(near: Socket): void {
    if (isAway) return void near.destroy();
    const far = connect(Number(target.port || 27_017), target.hostname);
    let endsWithAnswer = false;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    near.on("data", (message) => {
      const met = trouble(message);
      if (met) counts[met] += 1;
      if (met === "cutBefore") return void near.destroy();
      if (met === "cutAfter") endsWithAnswer = true;
      far.write(message);
    });
    far.on("data", (answer) => {
      if (endsWithAnswer) near.destroy();
      else near.write(answer);
    });
  }

  const server = createServer(join).listen(0, "127.0.0.1");
  await once(server, "listening");
  const drop = () => sockets.forEach((socket) => socket.destroy());
  const uri = new URL(mongoUri);
  uri.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  uri.searchParams.set("directConnection", "true");
  return {
    uri: uri.href,
    counts,
    /** Asked for each message from now on; undefined lets it pass. */
    meet: (next: (message: Buffer) => Trouble | undefined) => void (trouble = next),
    /** Nobody gets through any more. */
    cut(): void {
      isAway = true;
      drop();
    },
    mend(): void {
      isAway = false;
    },
    async close(): Promise<void> {
      server.close();
      drop();
      await once(server, "close");
    },
  };
}
