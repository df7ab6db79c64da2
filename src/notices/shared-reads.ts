import type { NoticeServices } from "./notice-services.ts";

/**
 * The same services, but that reads before a call are shared: one read serves all who asked
 * before it began. Nothing is kept, so each answer is as fresh as a read of one's own.
 */
export function withSharedReads(services: NoticeServices): NoticeServices {
  const { artisans, clock, enrolments, gate, marks, notices, trainings } = services;
  const isClosed = shared(async () => gate.isClosed(clock.now()));
  const contacts = shared(async (ids: readonly string[]) => {
    const found = await artisans.contacts(ids);
    return new Map(found.map((contact) => [contact.id, contact]));
  });
  return {
    ...services,
    gate: { ...gate, isClosed: () => isClosed("") },
    notices: { ...notices, byId: sharedById((id) => notices.byId(id)) },
    marks: { ...marks, presentIn: sharedById((id) => marks.presentIn(id)) },
    enrolments: { ...enrolments, among: sharedAmong(enrolments) },
    trainings: { ...trainings, byId: sharedById((id) => trainings.byId(id)) },
    artisans: {
      ...artisans,
      async contacts(ids) {
        const found = await Promise.all(ids.map(async (id) => (await contacts(id)).get(id)));
        return found.filter((contact) => contact !== undefined);
      },
    },
  };
}

/** Whoever is asked about one by one is read together with the others of the training. */
function sharedAmong({
  among,
}: Pick<NoticeServices["enrolments"], "among">): NoticeServices["enrolments"]["among"] {
  const read = shared(async (keys: readonly string[]) => {
    const pairs = keys.map((key) => key.split(" ") as [training: string, artisan: string]);
    const trainings = [...new Set(pairs.map(([training]) => training))];
    const found = trainings.map(async (training) => {
      const artisans = pairs.filter(([one]) => one === training).map(([, artisan]) => artisan);
      return [training, await among(training, artisans)] as const;
    });
    return new Map(await Promise.all(found));
  });
  return async (training, artisans) => {
    const one = artisans.map(async (artisan) => {
      const enrolment = (await read(`${training} ${artisan}`)).get(training)?.get(artisan);
      return enrolment ? [[artisan, enrolment] as const] : [];
    });
    return new Map((await Promise.all(one)).flat());
  };
}

function sharedById<T>(byId: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const all = shared(async (ids: readonly string[]) => {
    const found = ids.map(async (id) => [id, await byId(id)] as const);
    return new Map(await Promise.all(found));
  });
  return async (id) => (await all(id)).get(id) as T;
}

/** Those who ask while a read is under way are served by the next, all at once. */
function shared<T>(read: (keys: readonly string[]) => Promise<T>): (key: string) => Promise<T> {
  let next: { keys: Set<string>; answer: Promise<T> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const begin = (): { keys: Set<string>; answer: Promise<T> } => {
    const keys = new Set<string>();
    const answer = last.then(() => {
      next = undefined;
      return read([...keys]);
    });
    last = answer.catch(() => undefined);
    return { keys, answer };
  };
  return (key) => {
    next ??= begin();
    next.keys.add(key);
    return next.answer;
  };
}
