import { findLineStarts, type DescriptionText } from './find-line-starts.ts'
import { gluedLabel, mixedNames, requestPattern, sentenceEnd } from './line-signs.ts'
import { spansWithin, type Span } from './spans.ts'

/** A line of a description: a range of its text, empty if it separates paragraphs. */
export interface Line extends Span {
  /** Whether the line break before it is the description's own; otherwise it was lost and has been restored. */
  isKept: boolean
}

/**
 * Maximum length of a label before a URL, in characters: `訂閱我們的頻道：https://…`. A short line is not split even if it
 * has two sentences.
 */
const longestLabel = 40
const shortLine = 60

/** Splits a description into lines. Joined, they equal the text except for white space. */
export function splitLines(description: DescriptionText): Line[] {
  const { text } = description
  const cuts = new Set(findLineStarts(description))
  for (const { index } of text.matchAll(/\n/g)) cuts.add(index)
  const lines: Line[] = []
  let start = 0
  for (const end of [...cuts, text.length].toSorted((a, b) => a - b)) {
    if (end > start) lines.push(toLine(text, start, end))
    start = end
  }
  const labelled = lines.flatMap((line, at) => splitLabel(line, lines[at + 1], description))
  return labelled.filter((line) => line.isKept || line.end > line.start)
}

function toLine(text: string, from: number, to: number): Line {
  const whole = text.slice(from, to)
  const start = from + whole.length - whole.trimStart().length
  return {
    start: Math.min(start, to),
    end: Math.max(start, from + whole.trimEnd().length),
    isKept: whole.startsWith('\n'),
  }
}

/** Splits the label of a URL at the end of a line from the text before it. */
function splitLabel(line: Line, next: Line | undefined, description: DescriptionText): Line[] {
  const { text, links, codes } = description
  const last = spansWithin(links, line).at(-1)
  const link = last && last.start > line.start && last.end >= line.end - 2 ? last : undefined
  const lead = text.slice(line.start, link?.start ?? line.end)
  const [code] = spansWithin(codes, line)
  const isChapter = code !== undefined && code.start < line.start + 4
  const isLast = code === codes.at(-1)
  const nextLine = next ? text.slice(next.start, next.end) : ''
  const at = isChapter
    ? isLast && findRequest(lead, nextLine, link !== undefined)
    : link && findSentence(lead)
  if (typeof at !== 'number') return [line]
  const cut = line.start + at
  return [
    { ...line, end: line.start + lead.slice(0, at).trimEnd().length },
    { start: cut + text.slice(cut, line.end).search(/\S/), end: line.end, isKept: false },
  ]
}

/** Index after the last sentence, if the rest is short enough to be the label of a URL. */
function findSentence(lead: string): number | undefined {
  const found = [...lead.matchAll(sentenceEnd)].at(-1)
  const at = found && found.index + found[0].length
  if (at === undefined || lead.length <= shortLine || lead.length - at > longestLabel)
    return undefined
  return lead.slice(at).trim() === '' ? undefined : at
}

/**
 * Index where the title of the last chapter ends: where the first words of the next line already occur, or where a label
 * or a known request begins. `isLed` tells whether a URL follows.
 */
function findRequest(lead: string, nextLine: string, isLed: boolean): number | undefined {
  const title = /^.{0,4}[\d:：]+[\])）】〕]?\s*/u.exec(lead)?.[0].length ?? 0
  const again = nextLine.length > 3 ? lead.indexOf(nextLine.slice(0, 3), title + 1) : -1
  if (again !== -1) return again
  const label = gluedLabel.exec(lead)
  if (label && label.index > title + 1 && !mixedNames.test(lead)) return label.index
  const request = [...lead.matchAll(requestPattern)].find(({ index }) => index > title + 1)
  if (!request) return undefined
  // A title may mention subscribing too; only with a colon or a URL is it a line of its own.
  const asks = lead.slice(request.index)
  const isLine = /^[^:：]{0,20}[:：]/.test(asks) || (isLed && asks.length <= longestLabel)
  return isLine ? request.index : undefined
}
