import type { ProcessCost } from './run-process.ts'

/** A program that took longer is not run again: its median would cost more than it tells. */
const longRunMs = 60_000

/** What is run several times; the name is for the log. */
export interface Racer {
  name: string
  run: () => Promise<ProcessCost>
}

/** Runs programs in turn, so that a slow moment of the machine hits all of them. Gives each one's costs. */
export async function race(racers: readonly Racer[], rounds: number): Promise<ProcessCost[][]> {
  const costs: ProcessCost[][] = racers.map(() => [])
  for (let round = 1; round <= rounds; round++) {
    for (const [at, { name, run }] of racers.entries()) {
      const own = costs[at]
      if (own === undefined || own.some(({ wallMs }) => wallMs > longRunMs)) continue
      const cost = await run()
      own.push(cost)
      const seconds = (cost.wallMs / 1000).toFixed(2)
      console.log(`  ${name}, run ${round}: ${seconds} s, ${Math.round(cost.peakBytes / 1e6)} MB`)
    }
  }
  return costs
}
