import { availableParallelism, loadavg, totalmem } from 'node:os'

/** The machine as the report names it: by cores and memory, nothing else. */
export function describeMachine(): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return `${availableParallelism()} cores, ${gigabytes} GB of memory`
}

/** Processes that wanted to run during the last minute, on average; a bench wants fewer than the cores before it starts. */
export function readLoad(): number {
  return loadavg()[0] ?? 0
}
