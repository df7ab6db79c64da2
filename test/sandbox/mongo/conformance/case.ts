import type { Document } from "mongodb";

/** What is expected: a result, or the code of the error. */
type Expected<T> = T | number;

/** Title, documents (their `_id` is their place), filter, and the places of those that match. */
export type FilterCase = [string, Document[], Document, Expected<number[]>];
/** Title, a document, an update, and the document after it. */
export type UpdateCase = [string, Document, Document, Expected<Document>];
/** Title, documents, pipeline, result in order. */
export type PipelineCase = [string, object[], Document[], Expected<unknown[]>];
