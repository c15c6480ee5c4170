import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PassageText } from './passage-text.ts'
import { parseTextDirectives, toPassageUrl, type TextDirective } from './text-directive.ts'

const page = 'https://archive.example/posts/2020-08-30-aaaaaaaa'

/** Follows a link to the first `selected` of a text, or to the `turn`th one. */
function follow(
  text: string,
  selected: string,
  turn = 1,
): { url: string; words: string; at: number } {
  let start = -1
  for (let n = 0; n < turn; n++) start = text.indexOf(selected, start + 1)
  const name = new PassageText(text).name({ start, end: start + selected.length })
  if (name === undefined) throw new Error(`"${selected}" has no name`)
  const url = toPassageUrl(page, name)
  const [read] = parseTextDirectives(url)
  const found = read && new PassageText(text).find(read)
  if (found === undefined) throw new Error(`${url} leads nowhere`)
  return { url, words: text.slice(found.start, found.end), at: found.start }
}

const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')

describe('a link to a passage', () => {
  test.each([
    [
      'names all its words',
      'The last ferry leaves at ten.',
      'ferry leaves',
      'ferry leaves',
      'text=ferry%20leaves',
    ],
    [
      'begins and ends with whole words',
      'The last ferry leaves.',
      'erry leav',
      'ferry leaves',
      'text=ferry%20leaves',
    ],
    ['keeps a word with its apostrophe', 'They don’t leave.', 'don', 'don’t', 'text=don%E2%80%99t'],
    [
      'begins anywhere in Chinese',
      '港口的灯塔今晚不亮',
      '灯塔今',
      '灯塔今',
      'text=%E7%81%AF%E5%A1%94%E4%BB%8A',
    ],
    [
      'escapes separators',
      'a-b, c & (d)',
      'a-b, c & (d)',
      'a-b, c & (d)',
      'text=a%2Db%2C%20c%20%26%20%28d%29',
    ],
    ['trims white space', 'one\n  two  \nthree', '  two  \n', 'two', 'text=two'],
    ['collapses white space', 'one \t two', 'one \t two', 'one \t two', 'text=one%20two'],
    [
      'spans lines',
      'one two\nthree\nfour five',
      'two\nthree\nfour',
      'two\nthree\nfour',
      'text=two,four',
    ],
  ])('%s', (_, text, selected, words, fragment) => {
    const found = follow(text, selected)
    expect(found.words).toBe(words)
    expect(found.url).toBe(`${page}#:~:${fragment}`)
  })

  test('survives a lone surrogate', () => {
    const name = new PassageText('a \ud83c b').name({ start: 0, end: 5 })
    expect(name && toPassageUrl(page, name)).toBe(`${page}#:~:text=a%20%EF%BF%BD%20b`)
  })

  test('names a long passage by its first and last words', () => {
    const { url, words } = follow(`before ${long} behind`, long)
    expect(words).toBe(long)
    expect(url.length).toBeLessThan(200)
    expect(url).toContain('text=word0%20')
  })

  test.each([
    ['the text before it', 'red lamp\ngreen lamp', 2, 'red%20lamp-,'],
    ['the text after it', 'lamp one. lamp two', 2, 'lamp,-two'],
    [
      'more of the text around it',
      'the very old red lamp and the very new red lamp',
      2,
      'new%20red-,lamp',
    ],
  ])('distinguishes equal passages by %s', (_, text, turn) => {
    expect(follow(text, 'lamp', turn).at).toBe(text.lastIndexOf('lamp'))
  })

  test('leads to the first of indistinguishable passages', () => {
    expect(follow(Array(40).fill('lamp').join('\n'), 'lamp', 20).words).toBe('lamp')
  })

  test('does not exist for an empty passage', () => {
    expect(new PassageText('a \n b').name({ start: 1, end: 4 })).toBeUndefined()
    expect(new PassageText('').name({ start: 0, end: 0 })).toBeUndefined()
  })

  test('leads back to the selected words', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('港口', 'a-b', '&', 'text=,'),
    )
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
    const lines = fc.array(line, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (made, from, length) => {
        // A number makes every line unique: an indistinguishable passage has no name of its own.
        const text = made.map((own, at) => `${at}x ${own.replaceAll('\n', ' ')} x${at}`).join('\n')
        const start = from % text.length
        const end = Math.min(text.length, start + 1 + (length % 400))
        const selected = text.slice(start, end)
        const passages = new PassageText(text)
        const name = passages.name({ start, end })
        fc.pre(selected.trim() !== '')
        if (name === undefined) throw new Error('the passage has no name')
        const [read] = parseTextDirectives(toPassageUrl(page, wellFormed(name)))
        const found = passages.find(name)
        expect(read).toEqual(wellFormed(name))
        expect(text.slice(found?.start, found?.end)).toContain(selected.trim())
      }),
    )
  })
})

function wellFormed(name: TextDirective): TextDirective {
  const entries = Object.entries(name).map(([key, part]) => [
    key,
    part.replace(/\p{Surrogate}/gu, '\ufffd'),
  ])
  return { start: '', ...Object.fromEntries(entries) }
}

describe('the passages of a URL', () => {
  test.each([
    ['all parts', '#:~:text=a-,b,c,-d', [{ prefix: 'a', start: 'b', end: 'c', suffix: 'd' }]],
    ['after a fragment', '#place:~:text=b', [{ start: 'b' }]],
    ['several', '#:~:text=a&text=b,c', [{ start: 'a' }, { start: 'b', end: 'c' }]],
    ['among other directives', '#:~:x=1&text=a', [{ start: 'a' }]],
    ['a lone dash', '#:~:text=a-', [{ start: 'a-' }]],
    ['none in a query', '?:~:text=a', []],
    ['none that is malformed', '#:~:text=%E0%A4', []],
    ['none that is empty', '#:~:text=&text=,b&text=a-,', []],
    ['none with too many parts', '#:~:text=a,b,c', []],
    ['none in an overlong URL', `#:~:text=${'a'.repeat(30_000)}`, []],
  ])('are read: %s', (_, fragment, directives) => {
    expect(parseTextDirectives(page + fragment)).toEqual(directives)
  })

  test.each([
    ['in any case', 'The FERRY leaves', { start: 'ferry' }, 'FERRY'],
    ['as whole words', 'another other', { start: 'other' }, 'other'],
    ['with their context', 'a b. c b.', { prefix: 'c', start: 'b' }, 'b'],
    [
      'up to the end that precedes the suffix',
      'a x y a x z',
      { start: 'a', end: 'x', suffix: 'z' },
      'a x y a x',
    ],
  ])('are found %s', (_, text, directive, words) => {
    const found = new PassageText(text).find(directive)
    expect(text.slice(found?.start, found?.end)).toBe(words)
  })

  test('are searched for in bounded time', () => {
    const text = 'a '.repeat(200_000)
    expect(new PassageText(text).find({ start: 'a', end: 'a', suffix: 'b' })).toBeUndefined()
  })
})
