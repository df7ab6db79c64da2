import { checkNamespace } from "./catalog.ts";
import type { Collection } from "./collection.ts";
import { namespaceOf } from "./context.ts";
import type { Command, Context } from "./context.ts";
import { asArray, asFlag, isDoc } from "./documents.ts";
import type { Doc } from "./documents.ts";
import { MongoError } from "./errors.ts";
import { compileFilter } from "./filter.ts";
import { keyOf, readIndexSpec, withoutName } from "./index-spec.ts";
import { equal } from "./order.ts";

export const adminCommands: Record<string, Command> = {
  create: { fields: ["autoIndexId"], run: create },
  drop: { fields: [], run: drop },
  dropDatabase: { fields: [], run: dropDatabase },
  listCollections: {
    fields: ["filter", "nameOnly", "authorizedCollections", "cursor"],
    run: listCollections,
  },
  createIndexes: { fields: ["indexes"], run: createIndexes },
  listIndexes: { fields: ["cursor"], run: listIndexes },
  dropIndexes: { fields: ["index"], run: dropIndexes },
};

function create(context: Context): Doc {
  const namespace = namespaceOf(context, "create");
  if (context.catalog.find(namespace))
    throw new MongoError(48, `Collection ${namespace} already exists.`);
  context.catalog.ensure(context.turn, namespace);
  return { ok: 1 };
}

/** Since MongoDB 7 dropping what does not exist is no error. */
function drop(context: Context): Doc {
  const namespace = namespaceOf(context, "drop");
  checkNamespace(namespace);
  const collection = context.catalog.find(namespace);
  if (!collection) return { ok: 1 };
  const nIndexesWas = collection.indexes().length;
  dropCollection(context, collection);
  return { nIndexesWas, ns: namespace, ok: 1 };
}

function dropCollection({ catalog, cursors, turn }: Context, collection: Collection): void {
  cursors.closeOf(collection.namespace);
  catalog.drop(turn, collection);
}

function dropDatabase(context: Context): Doc {
  for (const collection of context.catalog.list(context.db)) dropCollection(context, collection);
  return { dropped: context.db, ok: 1 };
}

const nameOf = ({ namespace }: Collection) => namespace.slice(namespace.indexOf(".") + 1);

function listCollections(context: Context): Doc {
  const { body, catalog, cursors, db, now } = context;
  const matches = compileFilter(body["filter"] ?? {});
  const described = catalog
    .list(db)
    .map((collection) => describeCollection(collection, asFlag(body["nameOnly"], "nameOnly")))
    .filter(matches);
  return cursors.open(`${db}.$cmd.listCollections`, described.values(), whole, now);
}

const whole = { batchSize: Infinity, single: true };

function describeCollection(collection: Collection, nameOnly: boolean): Doc {
  const short = { name: nameOf(collection), type: "collection" };
  if (nameOnly) return short;
  const idIndex = collection.indexes()[0]?.spec ?? {};
  return { ...short, options: {}, info: { readOnly: false }, idIndex };
}

function createIndexes(context: Context): Doc {
  const { body, catalog, turn } = context;
  const namespace = namespaceOf(context, "createIndexes");
  const createdCollectionAutomatically = !catalog.find(namespace);
  const specs = asArray(body["indexes"], "indexes").map(readIndexSpec);
  if (specs.length === 0) throw new MongoError(2, "Must specify at least one index to create");
  const collection = catalog.ensure(turn, namespace);
  const numIndexesBefore = collection.indexes().length;
  for (const spec of specs) if (isNew(collection, spec)) collection.addIndex(turn, spec);
  catalog.save(turn, collection);
  const numIndexesAfter = collection.indexes().length;
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ok: 1 };
}

/** Whether the index is still to be built; one that is like it but not the same is an error. */
function isNew(collection: Collection, spec: Doc): boolean {
  if (equal(keyOf(spec), { _id: 1 })) return false;
  const sameKey = collection.indexes().find((index) => equal(keyOf(index.spec), keyOf(spec)));
  if (sameKey) {
    const sameOptions = equal(withoutName(sameKey.spec), withoutName(spec));
    if (sameOptions && sameKey.spec["name"] === spec["name"]) return false;
    throw new MongoError(
      sameKey.spec["name"] === spec["name"] ? 86 : 85,
      "An existing index has the same key with other options or another name",
    );
  }
  if (!collection.indexes().some((index) => index.spec["name"] === spec["name"])) return true;
  throw new MongoError(86, "An existing index has the same name with another key");
}

function existing(context: Context, command: string): Collection {
  const namespace = namespaceOf(context, command);
  const collection = context.catalog.find(namespace);
  if (collection) return collection;
  throw new MongoError(26, `ns does not exist: ${namespace}`);
}

function listIndexes(context: Context): Doc {
  const collection = existing(context, "listIndexes");
  const specs = collection.indexes().map(({ spec }) => spec);
  return context.cursors.open(collection.namespace, specs.values(), whole, context.now);
}

function dropIndexes(context: Context): Doc {
  const collection = existing(context, "dropIndexes");
  const nIndexesWas = collection.indexes().length;
  for (const name of namesToDrop(collection, context.body["index"]))
    collection.dropIndex(context.turn, name);
  context.catalog.save(context.turn, collection);
  return { nIndexesWas, ok: 1 };
}

function namesToDrop(collection: Collection, wanted: unknown): string[] {
  const names = collection.indexes().map(({ spec }) => String(spec["name"]));
  if (wanted === "*") return names.filter((name) => name !== "_id_");
  const choices: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return choices.map((choice) => nameToDrop(collection, choice));
}

function nameToDrop(collection: Collection, choice: unknown): string {
  const index = collection
    .indexes()
    .find(({ spec }) => (isDoc(choice) ? equal(keyOf(spec), choice) : spec["name"] === choice));
  if (!index) throw new MongoError(27, "index not found");
  if (index.spec["name"] === "_id_") throw new MongoError(72, "cannot drop _id index");
  return String(index.spec["name"]);
}
