/** A reason not to start that is said in one sentence, without a stack trace. */
export class StartRefused extends Error {}
