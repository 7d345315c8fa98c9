import { configureGlobal } from 'fast-check'

/** Generated cases are the same in every run; `FAST_CHECK_SEED=n` tries others. */
configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20250529) })
