import { findHashtags } from '#core/text/hashtag.ts'
import {
  bulletPattern,
  creditPattern,
  gluedSentence,
  rulePattern,
  servicePattern,
  signBeforeCode,
} from './line-signs.ts'
import { findNumberStarts } from './number-starts.ts'
import type { Span } from './spans.ts'
import type { TimeCode } from './time-codes.ts'

/** What is known about a description before it is split into lines. */
export interface DescriptionText {
  text: string
  /** Its URLs and e-mail addresses, ascending. */
  links: readonly Span[]
  /** The times of its chapters, ascending. */
  codes: readonly TimeCode[]
}

type StartRule = (description: DescriptionText) => Iterable<number>

const rules: readonly StartRule[] = [
  ruleStarts,
  linkStarts,
  codeStarts,
  hashtagStarts,
  bulletStarts,
  creditStarts,
  ({ text }) => findNumberStarts(text),
  ({ text }) => starts(text, servicePattern),
  ({ text }) => starts(text, gluedSentence),
  // Indented paragraphs, and headings in lenticular brackets after a sentence.
  ({ text }) => starts(text, /(?<=[。！？…”」』.!?])\u3000{2,}|(?<=[。！？!?…；] ?)【/g),
]

/**
 * Finds where lines begin in a description that lost its line breaks: only at clear evidence in the text, and never
 * inside a link. Ascending.
 */
export function findLineStarts(description: DescriptionText): number[] {
  const found = new Set<number>()
  for (const rule of rules) for (const at of rule(description)) found.add(at)
  let link = 0
  return [...found]
    .toSorted((a, b) => a - b)
    .filter((at) => {
      while ((description.links[link]?.end ?? Infinity) <= at) link++
      return at <= (description.links[link]?.start ?? Infinity)
    })
}

function* starts(text: string, pattern: RegExp): Generator<number> {
  for (const { index } of text.matchAll(pattern)) yield index
}

/** Drawn lines are lines of their own. */
function* ruleStarts({ text }: DescriptionText): Generator<number> {
  for (const { 0: rule, index } of text.matchAll(rulePattern)) yield* [index, index + rule.length]
}

// Text glued to a URL began a new line, unless it continues the sentence.
const newLine = /^(?:[\p{L}\p{N}\p{So}【《「『“#＃]|https?:)/u
const goesOn = /^[的了和或与與及即并並吧哦喔]/u
// A bare host: its path may follow in Chinese.
const hostAlone = /^https?:\/\/[^/]+\/$/
const inSentence = /[至到給给往向] ?$/u

function* linkStarts({ text, links }: DescriptionText): Generator<number> {
  for (const { start, end } of links) {
    const after = text.slice(end, end + 6)
    const isMail = text.slice(start, end).includes('@') && !text.slice(start, end).includes('/')
    const isInside = isMail && inSentence.test(text.slice(Math.max(0, start - 3), start))
    const isHost = hostAlone.test(text.slice(start, end)) && /^\P{ASCII}/u.test(after)
    if (newLine.test(after) && !goesOn.test(after) && !isInside && !isHost) yield end
  }
}

/** A chapter begins with its time, or ends with it if line breaks were kept. */
function* codeStarts({ text, codes }: DescriptionText): Generator<number> {
  for (const { start, end } of codes) {
    if (/^ ?[\])）】〕]?(?:\n|$)/.test(text.slice(end, end + 4))) continue
    const before = text.slice(Math.max(0, start - 4), start)
    yield start - (signBeforeCode.exec(before)?.[0].length ?? 0)
  }
}

/** Three or more hashtags in a row are a line of their own; two are if the text begins or ends with them. */
function* hashtagStarts({ text, links }: DescriptionText): Generator<number> {
  let run: Span[] = []
  const tags = findHashtags(blankOut(text, links))
  for (const [at, tag] of tags.entries()) {
    run.push(tag)
    const next = tags[at + 1]
    if (next && /^[\s\u200b]*$/.test(text.slice(tag.end, next.start))) continue
    const start = run[0]?.start ?? tag.start
    const isAtEdge = start === 0 || text.slice(tag.end).trim() === ''
    if (run.length >= 3 || (run.length === 2 && isAtEdge)) {
      if (!/[:：] ?$/.test(text.slice(Math.max(0, start - 2), start))) yield start
      if (!/^ ?[\p{P}的]/u.test(text.slice(tag.end, tag.end + 2))) yield tag.end
    }
    run = []
  }
}

function blankOut(text: string, spans: readonly Span[]): string {
  let blanked = ''
  for (const { start, end } of spans) {
    blanked += text.slice(blanked.length, start) + ' '.repeat(end - start)
  }
  return blanked + text.slice(blanked.length)
}

/** A bullet has no space before it, because a line break was there. A sign that occurs only once is not a bullet. */
function* bulletStarts({ text }: DescriptionText): Generator<number> {
  const bySign = new Map<string, number[]>()
  for (const { 0: sign, index } of text.matchAll(bulletPattern)) {
    if (/[\s（(「『【《“]/.test(text.charAt(index - 1))) continue
    const found = bySign.get(sign)
    if (found) found.push(index)
    else bySign.set(sign, [index])
  }
  for (const found of bySign.values()) if (found.length >= 2) yield* found
}

/** A single credit could be part of a sentence, two are a list. */
function* creditStarts({ text }: DescriptionText): Generator<number> {
  const found = [...starts(text, creditPattern)]
  if (found.length >= 2) yield* found
}
