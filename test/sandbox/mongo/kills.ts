import { MongoClient } from "mongodb";
import { systemClock } from "../../../src/clock.ts";
import { startMongo } from "../../../src/sandbox/mongo/index.ts";
import { serve } from "./served.ts";

interface Note {
  _id: number;
  pair: number[];
}

/** Kills the server `kills` times in the middle of writes; gives what was promised and what is there. */
export async function killAndCount(dir: string, kills: number) {
  const acknowledged: number[] = [];
  let next = 0;
  for (let round = 0; round < kills; round++) {
    const served = await serve(dir);
    const client = await new MongoClient(served.uri, { retryWrites: false }).connect();
    const docs = client.db().collection<Note>("notes");
    // The kill comes while several writes are under way, after a number of them that varies.
    const until = acknowledged.length + 5 + ((round * 37) % 60);
    const writer = async () => {
      while (!served.isKilled()) {
        const _id = next++;
        await docs.insertOne({ _id, pair: [_id, _id] });
        acknowledged.push(_id);
        if (acknowledged.length >= until) served.kill();
      }
    };
    await Promise.allSettled(Array.from({ length: 8 }, writer));
    await served.ended;
    await client.close();
  }
  const mongo = await startMongo({ dir, clock: systemClock });
  const client = await new MongoClient(mongo.uri).connect();
  const stored = await client.db().collection<Note>("notes").find().toArray();
  await client.close();
  await mongo.verify();
  await mongo.stop();
  const ids = new Set(stored.map(({ _id }) => _id));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !ids.has(id)).length,
    halved: stored.filter(({ _id, pair }) => pair.some((each) => each !== _id)).length,
  };
}
