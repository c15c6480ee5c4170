// For tests: the work of a function, counted. The clock also counts whatever else a machine does; this does not.
import { Session } from 'node:inspector'

interface Coverage {
  result: { functions: { ranges: { count: number }[] }[] }[]
}

// From the import of this file on: the engine counts in functions that it compiles after it was asked to.
const session = startCounting()

function startCounting(): Session {
  const started = new Session()
  started.connect()
  started.post('Profiler.enable')
  started.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return started
}

/**
 * How often blocks of code run during `work`: every pass through a function, a loop or a branch counts one, in our code and in the
 * packages it calls. What the engine does by itself, matching a regular expression for one, is not counted. Tests of that take texts
 * so long that looking back over them at every character would take hours, and end at the limit on hangs.
 */
export function countWork<Result>(work: () => Result): { work: number; result: Result } {
  // Starts from nothing: to add up what was counted before is work, too.
  session.post('Profiler.takePreciseCoverage')
  const result = work()
  return { work: takeCount(), result }
}

/** Blocks run since the last time this was asked. */
function takeCount(): number {
  let blocks: number | undefined
  // A thread's session with itself answers before `post` returns.
  session.post('Profiler.takePreciseCoverage', (error, coverage: Coverage) => {
    if (error !== null) throw error
    blocks = 0
    for (const { functions } of coverage.result) {
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count
    }
  })
  if (blocks === undefined) throw new Error('the engine did not count')
  return blocks
}

/** What times the work becomes when the size doubles: about 2, or 4 where every step looks back at all before it. */
export function doubleWork(size: number, run: (size: number) => void): number {
  // The first run fills caches.
  run(1)
  const once = countWork(() => run(size)).work
  return countWork(() => run(size * 2)).work / once
}
