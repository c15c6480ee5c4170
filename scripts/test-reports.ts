import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** What a step of the check found: numbers of tests, and of each failed one its file, its name and why. */
export interface Counts {
  passed: number
  failed: string[]
  skipped: number
}

/** The part of Vitest's JSON report that is read here. */
interface UnitReport {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** The part of Playwright's JSON report that is read here. */
interface BrowserReport {
  stats: { expected: number; flaky: number; skipped: number }
  suites: BrowserSuite[]
  errors: { message?: string }[]
}

interface BrowserSuite {
  file: string
  suites?: BrowserSuite[]
  specs: {
    title: string
    line: number
    ok: boolean
    tests: { results: { error?: { message?: string } }[] }[]
  }[]
}

/** Reads Vitest's report in a file. A file of tests that does not load counts as one failure. */
export function readUnitReport(path: string): Counts {
  const report = readJson(path) as UnitReport
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.split('/').slice(-3).join('/')
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length === 0 && status === 'failed') return [sayFailure(file, message)]
    return tests.map((test) =>
      sayFailure(`${file} › ${test.fullName}`, test.failureMessages[0] ?? ''),
    )
  })
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed: report.numPassedTests, failed, skipped }
}

/** Reads Playwright's report in a file. */
export function readBrowserReport(path: string): Counts {
  const { stats, suites, errors } = readJson(path) as BrowserReport
  return {
    passed: stats.expected + stats.flaky,
    failed: [
      ...suites.flatMap(listFailures),
      ...errors.map(({ message }) => sayFailure('browser', message ?? '')),
    ],
    skipped: stats.skipped,
  }
}

function listFailures({ file, specs, suites = [] }: BrowserSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ title, line, tests }) => {
      const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message))
      return sayFailure(`${file}:${line} › ${title}`, errors.find(Boolean) ?? '')
    })
  return [...own, ...suites.flatMap(listFailures)]
}

/** One line: where, and how the reason begins. */
function sayFailure(where: string, reason: string): string {
  const [message = ''] = stripVTControlCharacters(reason).split(/\n\s+at /)
  const plain = message.replaceAll(/\s+/g, ' ')
  return `${where}: ${plain.trim().slice(0, 300)}`
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
