import type { MonthTopics } from '#contract/topics-file.ts'
import type { Calendar } from '#core/selection/calendar.ts'
import { englishMonths, englishWeekdays } from '#core/time/english-names.ts'
import { numberNames } from '../recurrence/group-windows.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { listPostTopics, type PostTopic } from '../related/post-topics.ts'
import type { Relations } from '../related/relate-posts.ts'
import { toPostPublisher } from '../related/survey-terms.ts'
import { TermMentions } from './count-mentions.ts'
import { SourceRates } from './source-rates.ts'

const mostTerms = 5
/** In fewer posts of a month a term is no topic of it. */
const leastPosts = 3
/** How many times as frequent it is as in all months, and the least part of all its posts that are of this one. */
const leastRise = 6
const leastPart = 0.16
const leastPartOfMany = 0.05
/** So many posts are many, however long the term has been about. */
const manyPosts = 10
/** How unlikely as many are by what the month's own sources write about at other times. */
const leastSurprise = 11
/** Words of two characters are common ones more often than names. */
const leastOfTwo = 14
/** How many times as many posts as in all months say it at all: common words rise only where posts repeat them. */
const leastMentions = 5
/** So many terms of a month are asked for that. */
const mostAsked = 24
/** Posts that only mention a term twice are not about it: share of a term that its title has, or that it has three times. */
const strongShare = 25

/** A term in the posts of a month. */
interface Risen {
  slot: number
  posts: number
  score: number
  /** Ordinal of a post that has it. */
  of: number
}

/**
 * Finds the terms that rise in each month against all others, oldest month first: those that most of its posts are about
 * and few of the others (log-likelihood; Dunning, "Accurate methods for the statistics of surprise and coincidence",
 * 1993), from more than one source where the month has several.
 */
export function findMonthTopics(
  posts: readonly OrderedPost[],
  relations: Relations,
  { days }: Calendar,
): MonthTopics[] {
  const { topics } = relations
  const totals = new Uint32Array(relations.terms.table.slots)
  for (const [at, slot] of topics.slots.entries()) {
    if (topics.shares[at] !== 0) totals[slot] = (totals[slot] ?? 0) + 1
  }
  const risen = [...listMonths(days)].map((span) => ({
    span,
    terms: findRisen(posts, relations, { ...span, totals }),
  }))
  const slots = new Set(risen.flatMap(({ terms }) => terms.map(({ slot }) => slot)))
  const sources = numberNames(
    posts.map(({ cached }) => toPostPublisher(cached)),
    posts.length,
  )
  const mentions = new TermMentions(relations.words)
  const isShown = (ordinal: number) => posts[ordinal]?.supersededBy === undefined
  const rates = new SourceRates(topics, { slots, ...sources, isShown })
  return risen.flatMap(({ span, terms: found }) => {
    const kept = found.flatMap((term) => {
      const expected = rates.expect(term.slot, topics, span)
      const score = 2 * (term.posts * Math.log(term.posts / expected) - (term.posts - expected))
      const { characters } = relations.terms.table
      const least = characters[term.slot] === 2 ? leastOfTwo : leastSurprise
      return term.posts < expected || score < least ? [] : [{ ...term, score }]
    })
    const part = (span.end - span.start) / posts.length
    const isCommon = (term: string) => {
      const said = mentions.of(term, span)
      return said !== undefined && said.within < said.all * part * leastMentions
    }
    const terms = toTerms(kept.toSorted(compareRisen), (ordinal) => posts[ordinal], {
      ...relations,
      isCommon: part < 0.5 ? isCommon : () => false,
    })
    return terms.length === 0 ? [] : [{ month: span.month, terms }]
  })
}

/** A word without a capital, in a script that has them. */
function isPlainWord({ folded, written }: PostTopic): boolean {
  return folded === written && /^[\p{Lu}\p{Ll} ]+$/u.test(written)
}

const dateWords: ReadonlySet<string> = new Set(
  [...englishMonths, ...englishWeekdays].map((name) => name.toLowerCase()),
)

function* listMonths(
  days: Calendar['days'],
): Generator<{ month: string; start: number; end: number }> {
  let known: { month: string; start: number; end: number } | undefined
  for (const { day, start, end } of days) {
    if (day === undefined) continue
    const month = day.slice(0, 7)
    if (known?.month === month) known.end = end
    else {
      if (known !== undefined) yield known
      known = { month, start, end }
    }
  }
  if (known !== undefined) yield known
}

interface Counted {
  posts: number
  /** How many of them are mostly about it. */
  strong: number
  of: number
  source: string
  isShared: boolean
}

function findRisen(
  posts: readonly OrderedPost[],
  { topics }: Relations,
  { start, end, totals }: { start: number; end: number; totals: Uint32Array },
): Risen[] {
  const counts = new Map<number, Counted>()
  const sources = new Set<string>()
  for (let ordinal = start; ordinal < end; ordinal++) {
    const post = posts[ordinal]
    if (post === undefined || post.supersededBy !== undefined) continue
    const source = toPostPublisher(post.cached)
    sources.add(source)
    for (let at = topics.starts[ordinal] ?? 0; at < (topics.starts[ordinal + 1] ?? 0); at++) {
      if (topics.shares[at] === 0) continue
      const slot = topics.slots[at] ?? 0
      const known = counts.get(slot)
      const isStrong = (topics.shares[at] ?? 0) > strongShare ? 1 : 0
      if (known === undefined) {
        counts.set(slot, { posts: 1, strong: isStrong, of: ordinal, source, isShared: false })
      } else {
        known.posts++
        known.strong += isStrong
        known.isShared ||= known.source !== source
      }
    }
  }
  const part = (end - start) / posts.length
  const risen: Risen[] = []
  for (const [slot, { posts: count, strong, of, isShared }] of counts) {
    if (count < leastPosts || (sources.size > 1 && !isShared)) continue
    const total = totals[slot] ?? 0
    const expected = total * part
    if (count < total * (count < manyPosts ? leastPart : leastPartOfMany)) continue
    if (strong * 2 < count) continue
    if (count < expected * leastRise && end - start < posts.length / 2) continue
    risen.push({
      slot,
      posts: count,
      of,
      score: count * Math.log(count / expected) * (count / total) ** 0.5,
    })
  }
  return risen.toSorted(compareRisen).slice(0, mostAsked)
}

function compareRisen(a: Risen, b: Risen): number {
  return b.score - a.score || a.of - b.of || a.slot - b.slot
}

function toTerms(
  risen: readonly Risen[],
  postAt: (ordinal: number) => OrderedPost | undefined,
  { terms: known, isCommon }: Pick<Relations, 'terms'> & { isCommon: (term: string) => boolean },
): MonthTopics['terms'] {
  const taken: { term: string; posts: number; folded: string }[] = []
  for (const { slot, posts, of } of risen) {
    if (taken.length === mostTerms) break
    const post = postAt(of)
    const topic = post && listPostTopics(post, known).find((each) => each.slot === slot)
    if (topic === undefined) continue
    const { folded, written } = topic
    if (isPlainWord(topic) || dateWords.has(folded) || isCommon(written)) continue
    const isKnown = taken.some(
      (other) => other.folded.includes(folded) || folded.includes(other.folded),
    )
    if (!isKnown) taken.push({ term: written, posts, folded })
  }
  return taken.map(({ term, posts }) => ({ term, posts }))
}
