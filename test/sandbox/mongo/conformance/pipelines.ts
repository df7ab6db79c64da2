import type { PipelineCase } from "./case.ts";

const sales = [
  { _id: 1, craft: "batik", n: 2, tags: ["a", "b"] },
  { _id: 2, craft: "anyaman", n: 3, tags: [] },
  { _id: 3, craft: "batik", n: 5 },
];

/** The value of one expression for each of the documents. */
const expression = (
  title: string,
  docs: object[],
  value: unknown,
  result: unknown[],
): PipelineCase => [
  title,
  docs,
  [{ $project: { _id: 0, v: value } }],
  result.map((v) => (v === undefined ? {} : { v })),
];

/** Manual: "Aggregation Stages", "Aggregation Operators". */
export const pipelineCases: PipelineCase[] = [
  ["an empty pipeline", sales, [], sales],
  ["$match", sales, [{ $match: { n: { $gt: 2 } } }], sales.slice(1)],
  [
    "$sort, $skip and $limit",
    sales,
    [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }],
    [sales[1]],
  ],
  ["$match behind other stages", sales, [{ $skip: 1 }, { $match: { craft: "batik" } }], [sales[2]]],
  ["$count", sales, [{ $count: "n" }], [{ n: 3 }]],
  ["$count of nothing", [], [{ $count: "n" }], []],
  [
    "$project that keeps",
    sales,
    [{ $match: { _id: 1 } }, { $project: { n: 1 } }],
    [{ _id: 1, n: 2 }],
  ],
  [
    "$project that leaves out",
    sales,
    [{ $match: { _id: 1 } }, { $project: { n: 0, tags: 0 } }],
    [{ _id: 1, craft: "batik" }],
  ],
  [
    "$group with $sum",
    sales,
    [{ $group: { _id: "$craft", n: { $sum: "$n" }, count: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: "anyaman", n: 3, count: 1 },
      { _id: "batik", n: 7, count: 2 },
    ],
  ],
  [
    "$group by a document, read apart again",
    sales,
    [
      { $group: { _id: { c: "$craft", t: "$none" }, count: { $sum: 1 } } },
      { $project: { _id: 0, c: "$_id.c", count: 1 } },
      { $sort: { c: 1 } },
    ],
    [
      { c: "anyaman", count: 1 },
      { c: "batik", count: 2 },
    ],
  ],
  [
    "$group of all",
    sales,
    [
      {
        $group: {
          _id: null,
          avg: { $avg: "$n" },
          min: { $min: "$n" },
          max: { $max: "$n" },
          count: { $count: {} },
        },
      },
    ],
    [{ _id: null, avg: 10 / 3, min: 2, max: 5, count: 3 }],
  ],
  [
    "$first, $last, $push and $addToSet",
    sales,
    [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: null,
          first: { $first: "$n" },
          last: { $last: "$n" },
          all: { $push: "$n" },
          none: { $push: "$zz" },
        },
      },
    ],
    [{ _id: null, first: 2, last: 5, all: [2, 3, 5], none: [] }],
  ],
  [
    "$addToSet gives each once",
    sales,
    [{ $match: { craft: "batik" } }, { $group: { _id: null, c: { $addToSet: "$craft" } } }],
    [{ _id: null, c: ["batik"] }],
  ],
  [
    "$sum passes over what is no number",
    [{ a: "x" }, { a: 2 }, {}],
    [{ $group: { _id: null, s: { $sum: "$a" }, avg: { $avg: "$a" } } }],
    [{ _id: null, s: 2, avg: 2 }],
  ],
  [
    "groups of missing and null are one",
    [{ a: null }, {}],
    [{ $group: { _id: "$a", n: { $sum: 1 } } }],
    [{ _id: null, n: 2 }],
  ],
  [
    "$unwind",
    sales,
    [{ $unwind: "$tags" }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: "a" },
      { _id: 1, tags: "b" },
    ],
  ],
  [
    "$unwind that keeps the empty",
    sales,
    [{ $unwind: { path: "$tags", preserveNullAndEmptyArrays: true } }, { $project: { tags: 1 } }],
    [{ _id: 1, tags: "a" }, { _id: 1, tags: "b" }, { _id: 2 }, { _id: 3 }],
  ],
  expression("a path through documents of an array", [{ a: [{ b: 1 }, {}, 5, { b: 2 }] }], "$a.b", [
    [1, 2],
  ]),
  expression("a missing path is no field", [{}], "$a", [undefined]),
  expression("a literal", [{}], { $literal: "$a" }, ["$a"]),
  expression("the document", [{ a: 1, _id: 1 }], "$$ROOT", [{ _id: 1, a: 1 }]),
  expression("$cond", [{ a: 1 }, { a: 0 }], { $cond: ["$a", "y", "n"] }, ["y", "n"]),
  expression(
    "$cond that leaves the other branch alone",
    [{ a: 0 }],
    { $cond: { if: "$a", then: { $divide: [1, "$a"] }, else: 0 } },
    [0],
  ),
  expression("$ifNull", [{ a: null }, { a: 0 }], { $ifNull: ["$a", "$b", 7] }, [7, 0]),
  expression("sums", [{ a: 2, b: 3 }], { $add: ["$a", "$b", { $multiply: ["$a", 10] }] }, [25]),
  expression("arithmetic with null is null", [{ a: null }], { $add: ["$a", 1] }, [null]),
  expression(
    "$divide and $subtract",
    [{ a: 7, b: 2 }],
    { $divide: [{ $subtract: ["$a", 1] }, "$b"] },
    [3],
  ),
  expression("$concat", [{ a: "x" }, {}], { $concat: ["$a", "-"] }, ["x-", null]),
  expression("$size", [{ a: [1, 2] }], { $size: "$a" }, [2]),
  expression("$in", [{ a: [1, 2] }], { $in: [2, "$a"] }, [true]),
  expression(
    "$not, $and, $or",
    [{ a: 0, b: 1 }],
    { $and: [{ $not: ["$a"] }, { $or: ["$a", "$b"] }] },
    [true],
  ),
  expression("types are ordered", [{ a: "x" }, {}], { $gt: ["$a", 5] }, [true, false]),
  expression("missing is not null", [{}, { a: null }], { $eq: ["$a", null] }, [false, true]),
  ["an unknown stage", [], [{ $mtach: {} }], 40324],
  ["$limit of zero", [], [{ $limit: 0 }], 15958],
  ["an unknown accumulator", [], [{ $group: { _id: null, n: { $summ: 1 } } }], 15952],
  ["an inclusion in an exclusion", [], [{ $project: { a: 0, b: 1 } }], 31253],
  ["an exclusion in an inclusion", [], [{ $project: { a: 1, b: 0 } }], 31254],
  ["a path collision", [], [{ $project: { a: 1, "a.b": 1 } }], 31249],
  ["$size of no array", [{ a: 1 }], [{ $project: { n: { $size: "$a" } } }], 17124],
];

export const refusedPipelines: PipelineCase[] = [
  ["$lookup", [], [{ $lookup: {} }], 238],
  ["$merge", [], [{ $merge: "x" }], 238],
  ["$changeStream", [], [{ $changeStream: {} }], 40573],
  ["$$NOW", [], [{ $project: { a: "$$NOW" } }], 238],
  ["$topN", [], [{ $group: { _id: null, n: { $topN: {} } } }], 238],
];
