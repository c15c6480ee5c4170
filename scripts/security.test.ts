import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

function readTests(folder: string): string {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:test|spec)\.tsx?$/.test(path))
    .map((path) => readFileSync(`${root}${folder}/${path}`, 'utf8'))
    .join('\n')
}

test('every requirement of docs/security.md has a test with its number', () => {
  const rows = readFileSync(`${root}docs/security.md`, 'utf8').matchAll(
    /^- \*\*([SBNLPHA]\d+)\*\* /gm,
  )
  const numbers = [...rows].map(([, number = '']) => number)
  const tests = readTests('src') + readTests('e2e')
  const named = (number: string) => new RegExp(`['"\`](?:[SBNLPHA]\\d+ )*${number} `).test(tests)
  expect(numbers).toHaveLength(80)
  expect(numbers.filter((number) => !named(number))).toEqual([])
})
