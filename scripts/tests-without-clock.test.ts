import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// How long something takes depends on what else a machine does. Growth is asserted by counting work, speed is measured in `bench/`,
// and whoever waits, waits for the event.
const rules = [
  { name: 'a reading of the clock', pattern: /performance\.now\(|hrtime|cpuUsage\(/ },
  { name: 'time that went by', pattern: /Date\.now\(\) -|- Date\.now\(\)/ },
  { name: 'a sleep', pattern: /\bsetTimeout\b|waitForTimeout/ },
  { name: 'a second try', pattern: /\bretr(?:y|ies): ?\d/ },
  {
    name: 'a limit of less than a minute',
    pattern: /\btimeout: ?\d{1,2}_?\d{3}\b|^ *\}, \d{1,2}_\d{3}\)$/,
  },
]

function findFaults(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      rules
        .filter(({ pattern }) => pattern.test(line))
        .map(({ name }) => `line ${at + 1}: ${name}`),
    )
}

function listTestFiles(): string[] {
  const all = ['src', 'e2e', 'scripts', 'bench'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  const tests = all.filter(
    (path) =>
      /\.(?:test|spec)\.tsx?$/.test(path) ||
      (/^e2e\/|\/testing\//.test(path) && path.endsWith('.ts')),
  )
  return [...tests, 'vitest.config.ts', 'playwright.config.ts'].filter(
    (path) => !path.includes('node_modules') && !path.endsWith('tests-without-clock.test.ts'),
  )
}

test('no test looks at the clock, sleeps, tries twice or gives up within a minute', () => {
  const files = listTestFiles()
  expect(files.length).toBeGreaterThan(250)
  const faults = files.flatMap((path) =>
    findFaults(readFileSync(path, 'utf8')).map((fault) => `${path} ${fault}`),
  )
  expect(faults).toEqual([])
})

describe('a fault is', () => {
  test.each([
    'const start = performance.now()',
    'expect(Date.now() - start).toBeLessThan(1000)',
    "import { setTimeout } from 'node:timers/promises'",
    'await new Promise((resolve) => setTimeout(resolve, 60))',
    'await page.waitForTimeout(200)',
    "test('works', { retry: 2 }, () => {",
    'retries: 1,',
    'await vi.waitFor(() => check(), { timeout: 15_000 })',
    '}, 30_000)',
  ])('%s', (line) => {
    expect(findFaults(line)).toHaveLength(1)
  })

  test.each(['{ timeout: patienceMs }', 'queries: { retry: false }', 'timeout: 600_000'])(
    'not %s',
    (line) => {
      expect(findFaults(line)).toEqual([])
    },
  )
})
