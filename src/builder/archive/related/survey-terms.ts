import { toPostSource } from '#core/post/post-source.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { countTermBytes, PackedTerms } from '../terms/packed-terms.ts'
import { TitleRuns } from '../terms/title-runs.ts'
import { numberNames } from '../recurrence/group-windows.ts'
import { isDense } from '#search/fold/character-class.ts'
import { several, TermTable, TwiceSeen } from './term-table.ts'

/** What all posts together say about their terms. */
export interface TermSurvey {
  table: TermTable
  /** How many posts were asked, how many of them are written in words, and how many of each source and language. */
  posts: number
  wordPosts: number
  ofSource: Uint32Array
  ofLanguage: Uint32Array
  /** How often each character was met in the samples, and all of them. */
  characters: Uint32Array
  sampled: number
  /** The most frequent character, where it is frequent enough to be one that joins words; else 0. */
  joining: number
  /** How many characters all texts have, roughly. */
  length: number
}

/** Whether the post's own part says a term: not only sentences that recur in other posts. */
export function isOwn(terms: PackedTerms, { recurring }: Pick<OrderedPost, 'recurring'>): boolean {
  return (terms.sentences & ~recurring) !== 0
}

/** The byte that begins a character of three bytes in UTF-8; those below begin words. */
const denseByte = 0xe0

/** Whether a term is of characters, not of words. */
export function isOfCharacters(terms: PackedTerms): boolean {
  return terms.byteAt(0) >= denseByte && isDense(characterAt(terms, 0))
}

function characterAt(terms: PackedTerms, at: number): number {
  return (
    ((terms.byteAt(at) & 15) << 12) |
    ((terms.byteAt(at + 1) & 63) << 6) |
    (terms.byteAt(at + 2) & 63)
  )
}

/**
 * Counts the terms that at least two posts have: one of them among its own, others at least in their titles. Two passes
 * over what the posts keep, so that the table stays small.
 */
export function surveyTerms(posts: readonly OrderedPost[]): TermSurvey {
  const { twice, known } = findTwice(posts)
  const sources = numberNames(listSources(posts), posts.length)
  const languages = numberNames(listLanguages(posts), posts.length)
  const survey: TermSurvey = {
    table: new TermTable(known),
    posts: 0,
    wordPosts: 0,
    ofSource: new Uint32Array(sources.groups),
    ofLanguage: new Uint32Array(languages.groups),
    characters: new Uint32Array(65_536),
    sampled: 0,
    joining: 0,
    length: 0,
  }
  const cursor = new PackedTerms()
  for (const [ordinal, post] of posts.entries()) {
    if (post.supersededBy !== undefined) continue
    const source = sources.groupOf[ordinal] ?? 0
    const language = languages.groupOf[ordinal] ?? 0
    addPost(survey, post, { twice, cursor, source, language, number: ordinal + 1 })
  }
  survey.joining = findJoining(survey)
  const own = new Set<number>()
  for (const [ordinal, post] of posts.entries()) {
    if (post.supersededBy !== undefined) continue
    const source = sources.groupOf[ordinal] ?? 0
    cursor.open(post.cached.terms)
    own.clear()
    while (cursor.next()) own.add(cursor.hash())
    addTitle(survey.table, post, { twice, source, own, number: ordinal + 1 })
  }
  return survey
}

/** So large a part of all characters no character of names is, and of so few nothing is certain. */
const leastOfJoining = 0.02
const leastSampled = 4_000

function findJoining({ characters, sampled }: TermSurvey): number {
  if (sampled < leastSampled) return 0
  let most = 0
  for (const [code, count] of characters.entries()) if (count > (characters[most] ?? 0)) most = code
  return (characters[most] ?? 0) >= sampled * leastOfJoining ? most : 0
}

function findTwice(posts: readonly OrderedPost[]): { twice: TwiceSeen; known: number } {
  const cursor = new PackedTerms()
  let entries = 0
  for (const { cached } of posts) entries += countTermBytes(cached.terms) >> 4
  const twice = new TwiceSeen(entries)
  let known = 0
  for (const post of posts) {
    if (post.supersededBy !== undefined) continue
    cursor.open(post.cached.terms)
    while (cursor.next()) if (isOwn(cursor, post) && twice.add(cursor.hash())) known++
  }
  const own = new Set<number>()
  for (const { supersededBy, cached } of posts) {
    if (supersededBy !== undefined || cached.title === undefined) continue
    own.clear()
    cursor.open(cached.terms)
    while (cursor.next()) own.add(cursor.hash())
    const runs = new TitleRuns(cached.title)
    for (let at = 0; at < runs.units.length; at++) {
      runs.visitFrom(at, ({ hash }) => {
        if (twice.hasOnce(hash) && !own.has(hash) && twice.add(hash)) known++
      })
    }
  }
  // Some that only one post has are taken for others: the bits are few.
  return { twice, known: known + (entries >> 3) + 64 }
}

function* listSources(posts: readonly OrderedPost[]): Generator<string> {
  for (const { cached } of posts) yield toPostPublisher(cached)
}

function* listLanguages(posts: readonly OrderedPost[]): Generator<string> {
  for (const { cached } of posts) yield cached.row.language ?? ''
}

/** Who published a post. */
export function toPostPublisher({ row, collection }: OrderedPost['cached']): string {
  const { kind, author, sourceHost } = row
  return toPostSource({ kind, author, sourceHost, collection })
}

interface Adding {
  twice: TwiceSeen
  cursor: PackedTerms
  source: number
  language: number
  /** Ordinal, plus 1. */
  number: number
}

/** Videos differ from articles in how they speak; what is written in words has few characters in its sample. */
const fewCharacters = 4

function addPost(
  survey: TermSurvey,
  post: OrderedPost,
  { twice, cursor, source, language, number }: Adding,
): void {
  const { table } = survey
  cursor.open(post.cached.terms)
  let sampled = 0
  cursor.visitSample((code) => {
    survey.characters[code] = (survey.characters[code] ?? 0) + 1
    sampled++
  })
  const isInWords = sampled < fewCharacters
  survey.sampled += sampled
  survey.length += post.cached.row.length.count
  survey.posts++
  if (isInWords) survey.wordPosts++
  survey.ofSource[source] = (survey.ofSource[source] ?? 0) + 1
  survey.ofLanguage[language] = (survey.ofLanguage[language] ?? 0) + 1
  while (cursor.next()) {
    if (!isOwn(cursor, post)) continue
    const hash = cursor.hash()
    if (!twice.has(hash)) continue
    const slot = table.find(hash)
    if (table.posts[slot] === 0) {
      if (!table.take(slot, hash)) continue
      describe(table, slot, cursor)
    }
    if (cursor.isWrittenOtherwise) table.named[slot] = 1
    if (isInWords) table.wordPosts[slot] = (table.wordPosts[slot] ?? 0) + 1
    table.uses[slot] = (table.uses[slot] ?? 0) + cursor.count
    table.languages[slot] = join(table.languages[slot] ?? 0, language)
    count(table, slot, { number, source, ...toSides(cursor) })
  }
}

/** Counts the terms of a title that the post does not have among its own. */
function addTitle(
  table: TermTable,
  { cached: { title } }: OrderedPost,
  {
    twice,
    source,
    own,
    number,
  }: Pick<Adding, 'twice' | 'source' | 'number'> & { own: Set<number> },
): void {
  if (title === undefined) return
  const runs = new TitleRuns(title)
  for (let at = 0; at < runs.units.length; at++) {
    runs.visitFrom(at, (run) => {
      if (!twice.has(run.hash) || own.has(run.hash)) return
      const slot = table.find(run.hash)
      if (table.posts[slot] === 0 || table.last[slot] === number) return
      table.uses[slot] = (table.uses[slot] ?? 0) + 1
      count(table, slot, { number, source, ...runs.besides(run) })
    })
  }
}

function toSides({ left, right }: PackedTerms): { left: number; right: number } {
  return { left, right }
}

function count(
  table: TermTable,
  slot: number,
  {
    number,
    source,
    left,
    right,
  }: Pick<Adding, 'number' | 'source'> & { left: number; right: number },
): void {
  const before = table.posts[slot] ?? 0
  table.posts[slot] = before + 1
  table.last[slot] = number
  // An end of a text or sentence parts words better than any neighbour: each sets another bit.
  const [leftBit, rightBit] = [
    (left === 0 ? before : left) & 15,
    (right === 0 ? before : right) & 15,
  ]
  table.sides[slot] = (table.sides[slot] ?? 0) | (1 << leftBit) | (1 << (16 + rightBit))
  table.sources[slot] = join(table.sources[slot] ?? 0, source)
}

function describe(table: TermTable, slot: number, cursor: PackedTerms): void {
  if (!isOfCharacters(cursor)) return
  const bytes = cursor.foldedBytes
  table.characters[slot] = bytes / 3
  table.edges[slot] = (characterAt(cursor, 0) << 16) | characterAt(cursor, bytes - 3)
  table.tails[slot] = cursor.hash(3, 0)
  table.heads[slot] = cursor.hash(0, 3)
}

function join(known: number, number: number): number {
  const own = Math.min(number + 1, several)
  return known === 0 || known === own ? own : several
}
