import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** A file of the reader as text: its types are those of a browser. */
function readSource(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../src/reader/${path}`, import.meta.url)), 'utf8')
}

const [, list = ''] = /^  textSize: \[([^\]]+)\]/m.exec(readSource('storage/look-values.ts')) ?? []
const sizes = Array.from(list.matchAll(/'(\w+)'/g), ([, size = '']) => size)
const percents = readSource('features/settings/text-percent.ts')

function toPercent(size: string): number {
  return Number(new RegExp(`\\b${size}: ([\\d.]+)`).exec(percents)?.[1] ?? size)
}

test.each(sizes.filter((size) => size !== 'medium'))(
  'the text size %s is as large as the settings say',
  (size) => {
    const rule = new RegExp(`\\[data-text-size='${size}'\\] \\{\\s*--text-scale: ([\\d.]+);`)
    const [, scale] = rule.exec(readSource('styles/tokens.css')) ?? []
    expect(Number(scale) * 100).toBeCloseTo(toPercent(size))
  },
)

test('text sizes grow from step to step, past one of the browser’s own', () => {
  const all = sizes.map(toPercent)
  expect(all).toContain(100)
  expect(all).toEqual(all.toSorted((a, b) => a - b))
})
