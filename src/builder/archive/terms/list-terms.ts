// Runs in worker threads and, for small archives, on the main one.
import type { ArticleSentences } from '#builder/read/clean/article-sentences.ts'
import { foldWritten } from './fold-table.ts'
import { listSentenceWords, type SentenceWords } from './list-words.ts'
import { findMarkedRuns } from './marked-runs.ts'
import { findRepeatedRuns, type RepeatedRun } from './repeated-runs.ts'
import { placeSentences, elsewhere } from './place-sentences.ts'
import { isDenseCode, makeUnits, splitUnits, toNeighbour, type TextUnits } from './split-units.ts'

/** A word, name or phrase that a post has more than once. What only looks like one is told apart later, among all posts. */
export interface PostTerm {
  /** Folded: equal for the same term in any post. */
  folded: string
  /** As the post writes it, with capitals if it is ever written so amid a sentence. */
  written: string
  /** How often the post has it. */
  count: number
  /** The units beside its first place, in 8 bits; 0 = none. */
  left: number
  right: number
  /** A bit for each of the post's end sentences that has it, see `PackedSentences`; the highest: it is elsewhere as well. */
  sentences: number
}

/** What a post says, for telling what it is about. */
export interface PostTerms {
  terms: PostTerm[]
  /** Some characters of scripts without spaces, evenly spread: they tell what is frequent anywhere. */
  sample: number[]
  words: SentenceWords[]
}

/** Of a longer text the beginning says what it is about. */
const mostUnits = 20_000
const mostTerms = 40
const sampleCharacters = 16

/** Used again for each text: making it anew took longer than filling it. */
const room = makeUnits(mostUnits)

/** Lists what a post is about, by its repetitions; the most telling first. */
export function listPostTerms(
  title: string | undefined,
  { text, sentences }: { text: string; sentences: ArticleSentences },
): PostTerms {
  const head = title === undefined ? '' : `${title}\n`
  const whole = head + text.slice(0, mostUnits * 8)
  // Addresses say nothing; what is behind them stays in its place.
  const units = splitUnits(whole.replace(addressPattern, toBlanks), mostUnits, room)
  const sentenceOf = placeSentences(units, { whole, start: head.length, sentences })
  const runs = [
    ...findRepeatedRuns(units),
    ...findMarkedRuns(units, { whole, titleEnd: head.length }),
  ]
  const scored = runs
    .map((run) => ({ run, score: scoreRun(run, units, head.length) }))
    .filter(({ score }) => score > 0)
  // Stable, so that equal scores keep the order of the text.
  scored.sort((a, b) => b.score - a.score)
  const terms = new Map<string, PostTerm>()
  for (const { run } of scored) {
    if (terms.size === mostTerms) break
    const term = toTerm(run, { units, whole, sentenceOf })
    if (!terms.has(term.folded)) terms.set(term.folded, term)
  }
  const words = listSentenceWords(units, { sentenceOf, titleEnd: head.length })
  return { terms: [...terms.values()], sample: takeSample(units), words }
}

const addressPattern = /(?:https?:\/\/|www\.)[!-~]+/g

function toBlanks(address: string): string {
  return ' '.repeat(address.length)
}

function scoreRun(
  { units: size, places, firsts, lasts }: RepeatedRun,
  units: TextUnits,
  titleEnd: number,
): number {
  const first = places.at(-1) ?? 0
  const { length: count } = places
  const isInTitle = (units.starts[first] ?? 0) < titleEnd
  const weight = Math.log2(1 + count) + (isInTitle ? 1.5 : 0)
  if (isDenseCode(units.codes[first] ?? 0)) {
    // How much of its first and last character it explains.
    const held = Math.sqrt((count * count) / (firsts * lasts))
    return held < 0.06 ? 0 : weight * Math.sqrt(held) * Math.sqrt(size - 1)
  }
  const end = first + size - 1
  const shortest = Math.min(widthOf(units, first), widthOf(units, end))
  const isName = places.some((at) => units.named[at] === 1)
  if (shortest < (isName ? 2 : 4)) return 0
  return weight * (isName ? 1.6 : 1) * (Math.min(shortest, 9) / 9) * (size > 1 ? 1.3 : 1)
}

function widthOf({ starts, ends }: TextUnits, at: number): number {
  return (ends[at] ?? 0) - (starts[at] ?? 0)
}

interface TermContext {
  units: TextUnits
  whole: string
  sentenceOf: Uint8Array
}

function toTerm(
  { units: size, places }: RepeatedRun,
  { units, whole, sentenceOf }: TermContext,
): PostTerm {
  const first = places.find((at) => units.named[at] === 1) ?? places.at(-1) ?? 0
  const end = first + size
  const written = whole.slice(units.starts[first], units.ends[end - 1])
  let mask = 0
  for (const at of places) mask |= 1 << (sentenceOf[at] ?? elsewhere)
  return {
    folded: foldWritten(written),
    written,
    count: places.length,
    left: units.joined[first] === 1 ? toNeighbour(units.codes[first - 1] ?? 0) : 0,
    right: units.joined[end] === 1 ? toNeighbour(units.codes[end] ?? 0) : 0,
    sentences: mask >>> 0,
  }
}

/** Frequent characters are met often in any sample. */
function takeSample({ length, codes }: TextUnits): number[] {
  const taken = Math.min(sampleCharacters, length)
  const sample = Array.from(
    { length: taken },
    (_, at) => codes[Math.floor((at * length) / taken)] ?? 0,
  )
  return sample.filter(isDenseCode)
}
