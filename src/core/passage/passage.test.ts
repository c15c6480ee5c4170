import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PassageText } from './passage-text.ts'
import { parsePassagePlace } from './passage-place.ts'
import {
  parsePassages,
  parseTextDirectives,
  toPassageUrl,
  type TextDirective,
} from './text-directive.ts'
import { isWordEdge } from './word-edges.ts'

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
    expect(found.url.replace(/#passage=[^:]+/, '#')).toBe(`${page}#:~:${fragment}`)
  })

  test('survives a lone surrogate', () => {
    const name = new PassageText('a \ud83c b').name({ start: 0, end: 5 })
    expect(name && toPassageUrl(page, name)).toContain(':~:text=a%20%EF%BF%BD%20b')
  })

  test('names a long passage by its first and last words', () => {
    const { url, words } = follow(`before ${long} behind`, long)
    expect(words).toBe(long)
    expect(url.replace(page, '')).toMatch(
      /^#passage=7-\w\w-\w{6}:~:text=word0%20word1,word58%20word59$/,
    )
  })

  test('names a long Chinese passage by as few characters as say as much', () => {
    const text = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    const { url, words } = follow(`前${text}后`, text)
    expect(words).toBe(text)
    expect(decodeURIComponent(url)).toContain(`:~:text=${text.slice(0, 6)},${text.slice(-6)}`)
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

  test('leads to the very one of passages that have the same words all around', () => {
    const text = Array(40).fill('lamp').join('\n')
    const url = toPassageUrl(page, nameOf(text, 95, 99))
    const passages = new PassageText(text)
    const { place, directives } = parsePassages(url) ?? {}
    expect(place && passages.findPlace(place)).toEqual({ start: 95, end: 99 })
    expect(directives?.map((directive) => passages.find(directive))).not.toEqual([
      { start: 95, end: 99 },
    ])
  })

  test('leads exactly to any selection of any text, by its place alone', () => {
    const word = fc.constantFrom(
      'lamp',
      'lamp',
      '港口',
      '港',
      '的',
      '灯塔',
      'don’t',
      'a-b',
      '，',
      '🎉',
      'é',
    )
    const line = fc
      .array(fc.tuple(word, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 40 })
      .map((words) => words.flat().join('').trim())
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (lines, from, length) => {
          const text = lines.join('\n')
          let start = from % text.length
          let end = Math.min(text.length, start + 1 + (length % 200))
          fc.pre(text.slice(start, end).trim() !== '')
          const name = nameOf(text, start, end)
          while (/\s/.test(text.charAt(start))) start++
          while (/\s/.test(text.charAt(end - 1))) end--
          while (!isWordEdge(text, start)) start--
          while (!isWordEdge(text, end)) end++
          // All that some browsers leave of the address.
          const { place } = parsePassages(toPassageUrl(page, name).replace(/:~:.*/, '')) ?? {}
          expect(place && new PassageText(text).findPlace(place)).toEqual({ start, end })
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['after text was added before it', 'more text. The last ferry leaves', 'last ferry'],
    ['after text was taken away before it', 'last ferry leaves', 'last ferry'],
    ['not after it was changed', 'The last feast leaves', undefined],
  ])('finds it by its place %s', (_, text, words) => {
    const { place } = nameOf('The last ferry leaves', 4, 14)
    const found = new PassageText(text).findPlace(place)
    expect(found && text.slice(found.start, found.end)).toBe(words)
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
        fc.pre(selected.trim() !== '')
        const { words, place } = nameOf(text, start, end)
        const [read] = parseTextDirectives(toPassageUrl(page, { words: wellFormed(words), place }))
        const found = passages.find(words)
        expect(read).toEqual(wellFormed(words))
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

function nameOf(text: string, start: number, end: number) {
  const name = new PassageText(text).name({ start, end })
  if (name === undefined) throw new Error('the passage has no name')
  return name
}

describe('the passages of a URL', () => {
  test.each([
    [
      'its place',
      ['#passage=8f2-4k-x7a2bc:~:text=a'],
      { start: 10_910, length: 164, digest: 'x7a2bc' },
    ],
    [
      'its place where the directive is hidden',
      ['', '#passage=1-2-abcdef'],
      { start: 1, length: 2, digest: 'abcdef' },
    ],
    [
      'its place beside other parameters',
      ['#a=b&passage=1-2-abcdef&c'],
      { start: 1, length: 2, digest: 'abcdef' },
    ],
    ['no place that is malformed', ['#passage=1-0-abcdef'], undefined],
    ['no place in a directive', ['#:~:text=passage=1-2-abcdef'], undefined],
  ])('are read with %s', (_, fragments, place) => {
    const passages = parsePassages(...fragments.map((fragment) => page + fragment))
    expect(passages?.place).toEqual(place)
  })

  test.each(['', '#', '#place', '#passage=x', '#passage=zzzzzzz-zzzzzzz-abcdef', '#:~:text='])(
    'are none in %j',
    (fragment) => {
      expect(parsePassages(page + fragment)).toBeUndefined()
      expect(parsePassagePlace(fragment)).toBeUndefined()
    },
  )

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
