/** Parts of an audience that are chosen from lists; the words of buttons hold these names. */
export const PARTS = ["kec", "kom", "ker", "pel"] as const;
export type Part = (typeof PARTS)[number];

/** Who is meant. An empty list sets no bound; of several lists a person must be in each. */
export interface Audience {
  only: Lists;
  /** Whoever is in any of these is left out. */
  except: Lists;
  /** Has been to a training that is over, or never to one. */
  trained?: "yes" | "never";
}

/** kec: codes of kecamatan. kom: communities. ker: crafts. pel: trainings, by seat. */
export type Lists = Record<Part, string[]>;

const noLists = (): Lists => ({ kec: [], kom: [], ker: [], pel: [] });

/** All artisans, or all of a leader's community. */
export function everybody(community?: string): Audience {
  const only = noLists();
  return {
    only: community === undefined ? only : { ...only, kom: [community] },
    except: noLists(),
  };
}

/** The audience with this value in the list, or without it. Twice is once. */
export function withValue(
  audience: Audience,
  side: "only" | "except",
  part: Part,
  value: string,
  on: boolean,
): Audience {
  const rest = audience[side][part].filter((one) => one !== value);
  const list = on ? [...rest, value].sort() : rest;
  return { ...audience, [side]: { ...audience[side], [part]: list } };
}

/** The three answers to "trained or never", one after another. */
export function nextTrained({ trained }: Partial<Audience> = {}): Audience["trained"] {
  if (trained === undefined) return "yes";
  return trained === "yes" ? "never" : undefined;
}

export function isPart(value: string): value is Part {
  return (PARTS as readonly string[]).includes(value);
}

/** An audience with its trainings looked up: what the register is asked for. */
export interface Selection {
  only: Pick<Lists, "kec" | "kom" | "ker"> & { ids?: string[] };
  except: Pick<Lists, "kec" | "kom" | "ker"> & { ids: string[] };
  /** Who registered later is not meant. */
  asOf: Date;
}

/** What is known of the seats of trainings. */
export interface Seats {
  /** Ids of the artisans with a seat, by training. */
  holders: ReadonlyMap<string, readonly string[]>;
  /** Ids of all who held a seat of a training that is over. */
  trained: readonly string[];
}

/** Puts ids in place of trainings. A leader's audience never leaves the community. */
export function selectionOf(
  { only, except, trained }: Audience,
  community: string | undefined,
  { holders, trained: veterans }: Seats,
  asOf: Date,
): Selection {
  const seated = (trainings: string[]) => trainings.flatMap((id) => holders.get(id) ?? []);
  const wanted = [
    ...(only.pel.length ? [seated(only.pel)] : []),
    ...(trained === "yes" ? [[...veterans]] : []),
  ];
  const [first, second] = wanted;
  const ids = first && second ? first.filter((id) => second.includes(id)) : first;
  return {
    only: {
      kec: only.kec,
      kom: community === undefined ? only.kom : [community],
      ker: only.ker,
      ...(ids && { ids }),
    },
    except: {
      kec: except.kec,
      kom: except.kom,
      ker: except.ker,
      ids: [...seated(except.pel), ...(trained === "never" ? veterans : [])],
    },
    asOf,
  };
}
