import { describe, expect, test } from 'vitest'
import { splitFrontMatter, type FrontMatterForm } from './split-front-matter.ts'

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
    expect(splitFrontMatter(text).value).toEqual({
      form: 'yaml',
      text: yaml,
      line: 2,
      body,
      bodyLine,
    })
  })

  test.each([
    ['---json\n{ "a": 1 }\n---\nbody', 'json', '{ "a": 1 }\n'],
    ['---JSON\n"a": 1\n---\nbody', 'json', '{"a": 1\n}'],
    ['--- toml\na = 1\n---\nbody', 'toml', 'a = 1\n'],
    ['---yml\na: 1\n...\nbody', 'yaml', 'a: 1\n'],
  ])('below a line that names its form is split off: %j', (text, form, inside) => {
    expect(splitFrontMatter(text).value).toMatchObject({ form, text: inside, body: 'body' })
  })

  test.each([
    ['is missing', 'title: x\n', 'The file has no front matter.'],
    ['is missing in an empty file', '', 'The file has no front matter.'],
    ['never ends', '---\na: 1\nbody', 'The front matter begins with `---` but does not end.'],
    ['is a single --- line', '---', 'The front matter begins with `---` but does not end.'],
    [
      'is TOML without an end',
      '+++\na = 1\n',
      'The front matter begins with `+++` but does not end.',
    ],
    [
      'is JSON without an end',
      '{ "a": "}"\n',
      'The front matter begins with `{` but does not end within 64 kB.',
    ],
    ['is a template', '{% include x %}\n', 'The file has no front matter.'],
    ['is a heading with a colon', 'Note: this\n---\nx', 'The file has no front matter.'],
    ['is a single key', 'Title: x\n\nwords', 'The file has no front matter.'],
    ['is a list of notes', 'Author: x\nNote: y\n\nwords', 'The file has no front matter.'],
    [
      'is a text under a title',
      'Title: x\nwords of a text\n---\nx',
      'The file has no front matter.',
    ],
  ])('that %s is a problem', (_, text, reason) => {
    expect(splitFrontMatter(text).error).toMatchObject({ field: 'frontMatter', line: 1, reason })
  })

  test.each<[string, string, FrontMatterForm, string, string, number]>([
    ['TOML between +++ lines', '+++\na = 1\n+++\nx', 'toml', 'a = 1\n', 'x', 2],
    ['a JSON object', '{\n"a": "}{"\n}\n\nx', 'json', '{\n"a": "}{"\n}', '\nx', 1],
    ['a JSON object on one line', '{"a": {"b": "\\""}} \nx', 'json', '{"a": {"b": "\\""}}', 'x', 1],
    ['JSON without braces, as in Hexo', ';;;\n"a": 1\n;;;\nx', 'json', '{"a": 1\n}', 'x', 2],
    [
      'YAML without a line before it, as in Hexo',
      'title: a\ntags:\n- b\n---\nx',
      'yaml',
      'title: a\ntags:\n- b\n',
      'x',
      1,
    ],
    [
      'a head up to a blank line, as in Pelican',
      'Title: a: b\nDate: 2020-03-09 10:20\nTags: c, d\n\nx',
      'yaml',
      'Title: a: b\nDate: 2020-03-09 10:20\nTags: c, d',
      'x',
      1,
    ],
    ['YAML between longer lines', '-----\na: 1\n-----\nx', 'yaml', 'a: 1\n', 'x', 2],
    ['YAML after blank lines', '\n \n---\na: 1\n---\nx', 'yaml', 'a: 1\n', 'x', 4],
  ])('%s is split off', (_, text, form, inside, body, line) => {
    expect(splitFrontMatter(text).value).toMatchObject({ form, text: inside, body, line })
  })

  test.each(['{', '{"', '+++', ';;;\n"a', '---', '\n', 'title: a\n'])(
    'S20 gives up on a million of %j',
    (piece) => {
      expect(splitFrontMatter(piece.repeat(1_000_000 / piece.length)).error).toBeDefined()
    },
  )

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
