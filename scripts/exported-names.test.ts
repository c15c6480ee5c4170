import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inReader, inWorker } from '../vite.one-file.config.ts'

const exported = /^export (?:abstract )?(?:class|interface|type|(?:async )?function\*?) (\w+)/gm

/** Modules that stand in the place of others in a lifeboat: they have the names of those, as the next test says. */
const inPlaceOfOthers = /^reader\/one-file\//

// Each language module has the same face; the one in use is chosen by the module's name.
const alike = new Set(['words'])

test('no two files of src export a type, class or function of one name', () => {
  const homes = new Map<string, Set<string>>()
  for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path) || /\.test\.tsx?$|(?:^|\/)testing\//.test(path)) continue
    if (inPlaceOfOthers.test(path)) continue
    for (const [, name = ''] of readFileSync(`src/${path}`, 'utf8').matchAll(exported)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(path))
    }
  }
  expect(homes.size).toBeGreaterThan(1_000)
  const twice = [...homes].filter(([name, paths]) => paths.size > 1 && !alike.has(name))
  expect(twice.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([])
})

test.each([...Object.entries(inReader), ...Object.entries(inWorker)])(
  'what stands in the place of %s exports the same',
  (original, other) => {
    const [known, offered] = [original, `one-file/${other}`].map((path) =>
      listValues(readFileSync(`src/reader/${path}`, 'utf8')),
    )
    expect(known).not.toEqual([])
    expect(offered).toEqual(known)
  },
)

/** Names of the values that a module exports. */
function listValues(code: string): string[] {
  const declared = code.matchAll(/^export (?:(?:async )?function\*?|class|const) (\w+)/gm)
  const passedOn = code.matchAll(/^export \{ \w+ as (\w+) \}/gm)
  return [...declared, ...passedOn].map(([, name = '']) => name).toSorted()
}
