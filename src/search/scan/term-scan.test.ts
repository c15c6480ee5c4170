import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWithSpelling, isWrittenPlain } from '../fold/fold-text.ts'
import { bodyStart, spellings } from '../segment/posting-list.ts'
import { startMark, visitTerms } from '../terms/list-terms.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { ClusterTerms } from './cluster-terms.ts'
import { dropEmoji } from './drop-emoji.ts'
import { listClusters } from './list-clusters.ts'
import { Occurrences } from './occurrences.ts'
import { ScannedPost } from './scanned-post.ts'
import { TermScan } from './term-scan.ts'

function makePost(title: string, body: string, clusters = new ClusterTerms()) {
  const post = new ScannedPost({
    title: dropEmoji(foldWithSpelling(title), true),
    body: dropEmoji(foldWithSpelling(body), false),
    listClusters: (text) => listClusters(text, clusters),
  })
  return { post, clusters }
}

/** What a term is in a post: positions as in the index, occurrences in the title, how it is spelled. */
interface Found {
  positions: number[]
  titleCount: number
  spelling: number
}

function scan({ post, clusters }: ReturnType<typeof makePost>, term: string, isPrefix = false) {
  const own = new TermScan({ term, isPrefix }, clusters)
  const occurrences = new Occurrences()
  expect(own.isIn(post)).toBe(occurrences.addPost(0, post, own) > 0)
  const { counts, titleCounts, spellings: spelled } = occurrences.toDocuments()
  const positions = [...occurrences.toPositions().values]
  expect(counts[0]).toBe(positions.length)
  return { positions, titleCount: titleCounts[0] ?? 0, spelling: spelled[0] ?? 0 }
}

/** The terms of a post as the index lists them. */
function listFound(title: string, body: string): Map<string, Found> {
  const terms = new Map<string, Found>()
  for (const [text, before] of [
    [title, 0],
    [body, bodyStart],
  ] as const) {
    const { folded, plain } = foldWithSpelling(text)
    const add = (term: string, position: number, isPlain: boolean) => {
      const found = terms.get(term) ?? { positions: [], titleCount: 0, spelling: 0 }
      found.positions.push(position + before)
      if (before === 0) found.titleCount++
      found.spelling |= isPlain ? spellings.plain : spellings.other
      terms.set(term, found)
    }
    visitTerms(folded, {
      visitPart: (start, end, position) => {
        add(folded.slice(start, end), position, isWrittenPlain(plain, start, end))
      },
      visitTerm: (term, { position, start, end, isSpelledOut }) => {
        add(term, position, isSpelledOut && isWrittenPlain(plain, start, end))
      },
    })
  }
  return terms
}

test('finds every term of a text as the index has it', () => {
  fc.assert(
    fc.property(mixedText, mixedText, (title, body) => {
      const post = makePost(title, body)
      for (const [term, found] of listFound(title, body))
        expect([term, scan(post, term)]).toEqual([term, found])
    }),
    { numRuns: 1_000 },
  )
})

test('finds nothing that is a term of another text alone', () => {
  fc.assert(
    fc.property(mixedText, mixedText, mixedText, (title, body, other) => {
      const clusters = new ClusterTerms()
      makePost('', other, clusters)
      const post = makePost(title, body, clusters)
      const own = listFound(title, body)
      const foreign = [...listFound('', other).keys()].filter((term) => !own.has(term))
      const found = foreign.filter((term) => scan(post, term).positions.length > 0)
      expect(found).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('a beginning is all terms that begin so, added up', () => {
  fc.assert(
    fc.property(mixedText, mixedText, (title, body) => {
      const post = makePost(title, body)
      const all = listFound(title, body)
      const words = [...all.keys()].filter((term) => /^[a-z\d]/u.test(term))
      for (const beginning of new Set(words.flatMap((word) => [word, word.slice(0, 2)]))) {
        const begun = [...all].filter(([term]) => term.startsWith(beginning))
        expect([beginning, scan(post, beginning, true)]).toEqual([
          beginning,
          {
            positions: begun.flatMap(([, { positions }]) => positions).toSorted((a, b) => a - b),
            titleCount: begun.reduce((sum, [, { titleCount }]) => sum + titleCount, 0),
            spelling: begun.reduce((spelled, [, { spelling }]) => spelled | spelling, 0),
          },
        ])
      }
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['a word between signs, not inside of another', 'wall', 'Wall, sea-wall; walls', [0, 7]],
  ['a beginning', 'wall*', 'Wall, sea-wall; walls', [0, 7, 11]],
  ['joined words as one', 'seawall', 'the sea-wall', [3]],
  ['an apostrophe left out', 'dont', 'they don’t', [4]],
  ['letters with dots in both ways', 'moeller', 'Herr Möller', [4]],
  ['a number without the signs in it', '10000', 'all 10,000 of them', [3]],
  ['a word with its signs', 'c++', 'in C++ 20', [2]],
  ['no single letter in front of its signs', 'c', 'in C++ 20', []],
  ['two characters side by side', '台湾', '臺灣人在台湾', [0, 4]],
  ['two characters across a comma', '人 在', '台湾人，在', [2]],
  ['two characters across an emoji', '人 在', '台湾人🎉在', [2]],
  ['a character that nothing follows', '人', '台湾人 sea 人', [2, 6]],
  ['any place of a character', '人*', '台湾人民 sea 人', [2, 7]],
  ['a character behind a word', `人${startMark}`, '人 sea 人民 人', [4]],
  ['an emoji at the letter that follows', '🌊', 'sea 🌊 wall', [3]],
  ['no emoji of another kind', '🌊', 'sea 🎉 wall', []],
  ['the pieces of a very long word', `${'ab'.repeat(16)}\0`, `x ${'ab'.repeat(20)}`, [1]],
])('finds %s', (_, typed, body, positions) => {
  const isPrefix = typed.endsWith('*')
  const found = scan(makePost('', body), isPrefix ? typed.slice(0, -1) : typed, isPrefix)
  expect(found.positions.map((position) => position - bodyStart)).toEqual(positions)
})
