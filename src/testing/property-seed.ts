import * as fc from 'fast-check'

/**
 * Property tests draw the same examples in every run, so that a check fails for what changed and fails again when
 * repeated. `BROADSHEET_SEED=<number>` draws others, and `BROADSHEET_SEED=any` others in each run.
 */
const asked = process.env['BROADSHEET_SEED'] ?? '1'

if (asked !== 'any') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) })
