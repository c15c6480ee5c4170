import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const exported = /^export (?:abstract )?(?:class|interface|type|(?:async )?function\*?) (\w+)/gm

// Each language module has the same face; the one in use is chosen by the module's name.
const alike = new Set(['words'])

test('no two files of src export a type, class or function of one name', () => {
  const homes = new Map<string, Set<string>>()
  for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path) || /\.test\.tsx?$|(?:^|\/)testing\//.test(path)) continue
    for (const [, name = ''] of readFileSync(`src/${path}`, 'utf8').matchAll(exported)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(path))
    }
  }
  expect(homes.size).toBeGreaterThan(1_000)
  const twice = [...homes].filter(([name, paths]) => paths.size > 1 && !alike.has(name))
  expect(twice.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([])
})
