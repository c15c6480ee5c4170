import * as fc from 'fast-check'
import { facetNames, type FacetName } from '#core/facet/facet.ts'
import { toDateRange } from '#core/selection/calendar.ts'
import { listSelection, rangeSelection } from '#core/selection/selection.ts'
import type { KnownPosts } from '../engine/search-source.ts'
import { toFacetMatcher } from '../query/facet-matcher.ts'
import type { SearchedPost } from './search-oracle.ts'

/** Resolves clauses about facets and days from the posts themselves, as the reader does. */
export function toKnownPosts(posts: readonly SearchedPost[]): KnownPosts {
  const select = async (has: (post: SearchedPost) => boolean) => {
    const ordinals = posts.flatMap((post, at) => (has(post) ? [at] : []))
    return await Promise.resolve(listSelection(Uint32Array.from(ordinals)))
  }
  const days = posts.map(({ day }, at) => ({
    ...(day === undefined ? {} : { day }),
    start: at,
    end: at + 1,
  }))
  return {
    selectionOf: async (field, value) => {
      const { facet, matches } = toFacetMatcher(field, value)
      return await select((post) => (post.facets?.[facet] ?? []).some(matches))
    },
    daysOf: async (range) => {
      const { start, end } = toDateRange({ timeZone: 'UTC', days }, range)
      return await Promise.resolve(rangeSelection(start, end))
    },
  }
}

// Few letters, so that phrases often match: one of each script that search handles, and some that fold to each other.
const letters = '台 臺 灣 湾 的 的 か ガ ｶﾞ 한 ท ， 🎉 a b B é e ß 1 Ａ 𠮷 ж'
  .split(' ')
  .concat(' ', ' ', '\n')
// Signs that belong to words, join them, or part them; letters that may be written as two; emoji.
const signs = "a b c C++ c# .a --b - - ' ’ 1 10 000 , . ö oe o å aa ø + # 🌊 🌊 👍🏽 🇹🇼 台 湾"
  .split(' ')
  .concat(' ', ' ', ' ', '\n')

/** What the texts of generated archives are made of. */
export const alphabets = { letters, signs }

const toText = (alphabet: readonly string[]) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }).map((pieces) => pieces.join(''))
const longWord = fc
  .integer({ min: 30, max: 70 })
  .map((length) => 'ab'.repeat(length).slice(0, length))
const days = ['2021-12-31', '2022-01-01', '2022-11-24', '2022-11-30', '2023-02-01']
const facetValue = fc.constantFrom('Wien', 'wien', '台灣', '台湾', '🎉')
const site = fc.constantFrom('a.example', 'b.a.example', 'ba.example', 'example')
const language = fc.constantFrom('zh', 'zh-Hans', 'zh-Hant', 'en', 'en-GB')
const toValue = (name: FacetName) =>
  name === 'source' ? site : name === 'language' ? language : facetValue
const facets = fc.record(
  Object.fromEntries(facetNames.map((name) => [name, fc.array(toValue(name), { maxLength: 2 })])),
  { requiredKeys: [] },
)
/** Posts by day, those without one first, as in an archive. */
const toArchive = (text: fc.Arbitrary<string>): fc.Arbitrary<SearchedPost[]> => {
  const body = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: longWord })
  const post: fc.Arbitrary<SearchedPost> = fc.record({ title: text, body, facets })
  const day = fc.option(fc.constantFrom(...days), { nil: undefined })
  return fc
    .array(fc.tuple(post, day), {
      minLength: 1,
      maxLength: 24,
    })
    .map((dated) =>
      dated
        .toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([{ title, body, facets: own = {} }, day]) => ({ title, body, facets: own, day })),
    )
}

/** Part of a text of the archive, or an arbitrary text. */
function toPiece(posts: readonly SearchedPost[], text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const texts = posts.flatMap(({ title, body }) => [title, body])
  const cut = fc
    .tuple(fc.constantFrom(...texts, ''), fc.nat(60), fc.integer({ min: 1, max: 9 }))
    .map(([from, start, length]) => from.slice(start % (from.length + 1)).slice(0, length))
  return fc.oneof(cut, text, longWord)
}

/** A query: conditions, OR, brackets and everything excluded, in any order and depth. */
function toInput(
  posts: readonly SearchedPost[],
  piece: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const text = fc
    .tuple(
      fc.constantFrom('', '', 'title:', ...facetNames.map((name) => `${name}:`)),
      fc.boolean(),
      toPiece(posts, piece),
    )
    .map(([field, isQuoted, piece]) => `${field}${isQuoted ? `"${piece}"` : piece}`)
  const valued = fc.oneof(
    fc.tuple(fc.constantFrom('tag:', 'author:'), facetValue).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('site:', 'source:'), site).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('lang:', 'language:'), language).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom('date:', 'after:', 'before:'),
        fc.constantFrom(...days, '2022', '2022-11', '2021..2022-01', '2022-11-24..'),
      )
      .map((parts) => parts.join('')),
  )
  const { part } = fc.letrec<{ part: string; group: string }>((tie) => ({
    part: fc
      .tuple(
        fc.constantFrom('', '', '', '-', 'NOT '),
        fc.oneof(
          { maxDepth: 3 },
          { weight: 4, arbitrary: text },
          { weight: 2, arbitrary: valued },
          { weight: 2, arbitrary: tie('group') },
        ),
      )
      .map((parts) => parts.join('')),
    group: fc
      .tuple(
        fc.constantFrom('', '', '', 'title:'),
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' OR ', ' | ', ' '),
      )
      .map(([field, parts, sign]) => `${field}(${parts.join(sign)})`),
  }))
  return fc
    .array(fc.tuple(part, fc.constantFrom(' ', ' ', ' OR ')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flat().slice(0, -1).join(''))
}

/** Posts, and queries of all kinds for pieces of their texts and for what is in none. */
export function toAskedArchive(
  alphabet: readonly string[],
): fc.Arbitrary<[posts: SearchedPost[], inputs: string[]]> {
  const text = toText(alphabet)
  return toArchive(text).chain((posts) =>
    fc.tuple(fc.constant(posts), fc.array(toInput(posts, text), { minLength: 1, maxLength: 8 })),
  )
}
