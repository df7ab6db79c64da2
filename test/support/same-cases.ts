import fc from "fast-check";

/*
 * Every run tries the same cases, so that what turns red is what was changed. RELIABILITY_SEED
 * tries others, of these tests as of the long ones.
 */
fc.configureGlobal({ seed: Number(process.env["RELIABILITY_SEED"] ?? 1) });
