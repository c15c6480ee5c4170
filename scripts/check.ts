import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { ensureBrowser } from './browser.ts'
import { findChangedTests } from './changed-rooms.ts'
import { allStages, resultsFolder, toQuickStages, type Lane, type Step } from './check-steps.ts'
import { tryToHaveEngines } from './engines.ts'
import { tryToHaveNginx } from './nginx.ts'
import type { Counts } from './test-reports.ts'

// `check.ts`: every check of the project. `check.ts lint unit`: those of these names. `check.ts --quick`: format, lint, types, import
// rules, dead code, and the unit tests of the rooms that differ from where this branch left the main one; under two minutes.

/** Runs a command. What it says is shown when it ends where others run beside it, else at once. */
async function run([command = '', ...args]: string[], isAlone: boolean) {
  const stdio = isAlone ? 'inherit' : 'pipe'
  const child = spawn(command, args, { stdio: ['ignore', stdio, stdio] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => said.push(bytes))
  }
  const [status] = await once(child, 'close')
  return { isOk: status === 0, said: Buffer.concat(said).toString() }
}

function countOf(step: Step, isOk: boolean): Counts {
  const own = { passed: isOk ? 1 : 0, failed: isOk ? [] : [step.name], skipped: 0 }
  if (step.counts === undefined) return own
  try {
    const counted = step.counts()
    // A runner that crashes after its tests passed counts as failed, and so does one that ran no test.
    const isBroken = (!isOk && counted.failed.length === 0) || counted.passed === 0
    return isBroken ? { ...counted, failed: [...counted.failed, step.name] } : counted
  } catch {
    return { passed: 0, failed: [`${step.name}: it left no report`], skipped: 0 }
  }
}

async function runStep(step: Step, isAlone: boolean): Promise<Counts> {
  const started = performance.now()
  console.log(`\n== ${step.name}: begins`)
  const { isOk, said } = await run(step.command, isAlone)
  if (isOk) Object.assign(process.env, step.leaves)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (said !== '') console.log(`\n== what ${step.name} says\n${said.trimEnd()}`)
  console.log(`== ${step.name}: ${isOk ? 'ok' : 'FAILED'} in ${seconds} s`)
  return countOf(step, isOk)
}

async function runLane(lane: Lane, isAlone: boolean): Promise<Counts[]> {
  const counts: Counts[] = []
  for (const step of lane) counts.push(await runStep(step, isAlone))
  return counts
}

/** Stages without the steps that were not asked for. */
function choose(stages: Lane[][], names: string[]): Lane[][] {
  if (names.length === 0) return stages
  return stages.map((lanes) =>
    lanes
      .map((lane) => lane.filter(({ name }) => names.includes(name)))
      .filter((lane) => lane.length > 0),
  )
}

function planQuick(): Lane[][] {
  const { base, paths } = findChangedTests()
  console.log(`${paths.length} files of tests in the rooms that differ from ${base.slice(0, 10)}`)
  return toQuickStages(paths)
}

/** Runs checks and ends with the names of what failed, one line of counts, and a failing exit code when any failed. */
async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const stages = words.includes('--quick') ? planQuick() : choose(allStages, words)
  rmSync(resultsFolder, { recursive: true, force: true })
  mkdirSync(resultsFolder, { recursive: true })
  if (stages.flat(2).some(({ name }) => name === 'browser')) {
    process.env['BROADSHEET_BROWSER'] = ensureBrowser()
    tryToHaveNginx()
    tryToHaveEngines()
  }
  const total: Counts = { passed: 0, failed: [], skipped: 0 }
  for (const lanes of stages) {
    const counts = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)))
    for (const { passed, failed, skipped } of counts.flat()) {
      total.passed += passed
      total.failed.push(...failed)
      total.skipped += skipped
    }
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped: they need what is not here`)
  // Last, because some keep only the end of what a check says.
  for (const failure of total.failed) console.log(`FAILED ${failure}`)
  console.log(`\n${total.passed} passed, ${total.failed.length} failed`)
  process.exitCode = total.failed.length === 0 ? 0 : 1
}

await main()
