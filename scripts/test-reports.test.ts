import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBrowserReport, readUnitReport } from './test-reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(report: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

const toTest = (fullName: string, ...failureMessages: string[]) => ({
  fullName,
  status: failureMessages.length > 0 ? 'failed' : 'passed',
  failureMessages,
})

const toSpec = (title: string, message?: string) => ({
  title,
  line: 4,
  ok: message === undefined,
  tests: [{ results: [message === undefined ? {} : { error: { message } }] }],
})

describe('readUnitReport', () => {
  it('names each failed test with its file and the beginning of its reason, in one line', () => {
    const report = write({
      numPassedTests: 7,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        {
          name: '/a/b/src/core/time/parse-time.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            toTest('reads a year'),
            toTest('reads a month', '\u001B[31mexpected 1\n  to be 2\u001B[0m\n    at file.ts:1:2'),
          ],
        },
      ],
    })
    expect(readUnitReport(report)).toEqual({
      passed: 7,
      failed: ['core/time/parse-time.test.ts › reads a month: expected 1 to be 2'],
      skipped: 3,
    })
  })

  it('counts a file that does not load as one failure', () => {
    const name = '/a/src/core/x.test.ts'
    const testResults = [{ name, status: 'failed', message: 'Cannot find y', assertionResults: [] }]
    const numbers = { numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 }
    expect(readUnitReport(write({ ...numbers, testResults })).failed).toEqual([
      'src/core/x.test.ts: Cannot find y',
    ])
  })
})

describe('readBrowserReport', () => {
  it('names failed journeys of nested groups and errors outside of them', () => {
    const report = write({
      stats: { expected: 1, flaky: 0, skipped: 0, unexpected: 1 },
      errors: [{ message: 'no server' }],
      suites: [
        {
          file: 'a.spec.ts',
          specs: [toSpec('opens')],
          suites: [{ file: 'a.spec.ts', specs: [toSpec('closes', 'still open')] }],
        },
      ],
    })
    expect(readBrowserReport(report)).toEqual({
      passed: 1,
      failed: ['a.spec.ts:4 › closes: still open', 'browser: no server'],
      skipped: 0,
    })
  })
})
