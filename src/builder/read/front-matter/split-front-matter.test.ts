import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from './split-front-matter.ts'

describe('front matter', () => {
  test.each([
    ['between two --- lines', '---\na: 1\n---\nbody\n', 'a: 1\n', 'body\n', 4],
    ['closed by dots', '---\na: 1\n...\nbody', 'a: 1\n', 'body', 4],
    ['with spaces after the --- lines', '---  \na: 1\n--- \nbody', 'a: 1\n', 'body', 4],
    ['without keys', '---\n---\nbody', '', 'body', 3],
    ['without a body', '---\na: 1\n---', 'a: 1\n', '', 4],
    ['above a body with a --- line', '---\na: 1\n---\nx\n---\ny', 'a: 1\n', 'x\n---\ny', 4],
    ['with an indented --- line inside', '---\na: |\n  ---\n---\ny', 'a: |\n  ---\n', 'y', 5],
  ])('%s is split off', (_, text, yaml, body, bodyLine) => {
    expect(splitFrontMatter(text).value).toEqual({ yaml, yamlLine: 2, body, bodyLine })
  })

  test.each([
    ['is missing', 'title: x\n', 'The file has no front matter.'],
    ['comes after a blank line', '\n---\na: 1\n---\n', 'The file has no front matter.'],
    ['is missing in an empty file', '', 'The file has no front matter.'],
    ['never ends', '---\na: 1\nbody', 'The front matter begins with `---` but does not end.'],
    ['is a single --- line', '---', 'The front matter begins with `---` but does not end.'],
    ['is TOML', '+++\na = 1\n+++\n', 'The front matter is not YAML: it begins with `+++`.'],
  ])('that %s is a problem', (_, text, reason) => {
    expect(splitFrontMatter(text).error).toMatchObject({ field: 'frontMatter', line: 1, reason })
  })

  test('B1 in a programming language is rejected, never run', () => {
    const text = '---js\n{ title: (globalThis.hasRun = true) }\n---\nbody'
    const reason = 'The front matter is not YAML: it begins with `---js`.'
    expect(splitFrontMatter(text).error).toMatchObject({ reason })
    expect(globalThis).not.toHaveProperty('hasRun')
  })

  test('B3 is rejected beyond 64 kB', () => {
    const text = `---\n${'a: 1\n'.repeat(20_000)}---\nbody`
    expect(splitFrontMatter(text).error?.reason).toBe('The front matter is larger than 64 kB.')
  })
})
