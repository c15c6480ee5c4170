import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './browser.ts'
import { tryToHaveNginx } from './nginx.ts'

/** A step of the check; `counts` reads the number of tests from the report of its tool. */
interface Step {
  name: string
  command: string[]
  counts?: () => Counts
}

interface Counts {
  passed: number
  failed: number
  skipped: number
}

const results = 'test-results'

const steps: Step[] = [
  { name: 'format', command: ['npm', 'run', '--silent', 'check:format'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'check:lint'] },
  { name: 'types', command: ['tsc', '--build', 'tsconfig.build.json'] },
  { name: 'import rules', command: ['npm', 'run', '--silent', 'check:imports'] },
  { name: 'dead code', command: ['npm', 'run', '--silent', 'check:dead-code'] },
  {
    name: 'unit',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}/unit.json`,
    ],
    counts: () => countUnitTests(readJson(`${results}/unit.json`)),
  },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'browser',
    command: ['playwright', 'test'],
    counts: () => countBrowserTests(readJson(`${results}/browser.json`)),
  },
]

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function countUnitTests(report: Record<string, unknown>): Counts {
  return {
    passed: Number(report['numPassedTests']),
    failed: Number(report['numFailedTests']) + Number(report['numFailedTestSuites']),
    skipped: Number(report['numPendingTests']) + Number(report['numTodoTests']),
  }
}

function countBrowserTests(report: Record<string, unknown>): Counts {
  const stats = report['stats'] as Record<string, number>
  return {
    passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0),
    failed: stats['unexpected'] ?? 0,
    skipped: stats['skipped'] ?? 0,
  }
}

function runStep(step: Step): Counts {
  const started = performance.now()
  console.log(`\n== ${step.name}`)
  const [command = '', ...args] = step.command
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`== ${step.name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`)
  const own = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
  if (step.counts === undefined) return own
  try {
    const counted = step.counts()
    // A runner that crashes after its tests passed counts as failed, and so does one that ran no test.
    const broken = (status !== 0 && counted.failed === 0) || counted.passed === 0
    return broken ? { ...counted, failed: counted.failed + 1 } : counted
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Runs all checks in turn (or those named); prints one line of counts and sets the exit code to 1 when any failed. */
function main(): void {
  const only = process.argv.slice(2)
  const chosen = only.length > 0 ? steps.filter(({ name }) => only.includes(name)) : steps
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  if (chosen.some(({ name }) => name === 'browser')) {
    process.env['BROADSHEET_BROWSER'] = ensureBrowser()
    tryToHaveNginx()
  }
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const step of chosen) {
    const counts = runStep(step)
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped: they need what is not here`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

main()
