import { findLineStarts, type DescriptionText } from './find-line-starts.ts'
import { gluedLabel, mixedNames, requestPattern, sentenceEnd } from './line-signs.ts'
import { spansWithin, type Span } from './spans.ts'

/** A line of a description: a stretch of its text, blank when it parts paragraphs. */
export interface Line extends Span {
  /** Whether the description itself broke the line here; else its line breaks were lost and one was put. */
  isKept: boolean
}

/** The longest words that lead to an address, in characters: `訂閱我們的頻道：https://…`; a short line is one even of two sentences. */
const longestLabel = 40
const shortLine = 60

/** Cuts a description into its lines. Their texts put together are the text but for white space. */
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

/** Parts the words that lead to an address at the end of a line from what the line says before. */
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

/** Behind the last sentence, when what is left is short enough to name an address. */
function findSentence(lead: string): number | undefined {
  const found = [...lead.matchAll(sentenceEnd)].at(-1)
  const at = found && found.index + found[0].length
  if (at === undefined || lead.length <= shortLine || lead.length - at > longestLabel)
    return undefined
  return lead.slice(at).trim() === '' ? undefined : at
}

/** Behind the last chapter: where the words begin that the next line begins with too, or a known request; `isLed` when an address follows. */
function findRequest(lead: string, nextLine: string, isLed: boolean): number | undefined {
  const title = /^.{0,4}[\d:：]+[\])）】〕]?\s*/u.exec(lead)?.[0].length ?? 0
  const again = nextLine.length > 3 ? lead.indexOf(nextLine.slice(0, 3), title + 1) : -1
  if (again !== -1) return again
  const label = gluedLabel.exec(lead)
  if (label && label.index > title + 1 && !mixedNames.test(lead)) return label.index
  const request = [...lead.matchAll(requestPattern)].find(({ index }) => index > title + 1)
  if (!request) return undefined
  // A title may speak of subscribing too; only with a colon or an address is it a line of its own.
  const asks = lead.slice(request.index)
  const isLine = /^[^:：]{0,20}[:：]/.test(asks) || (isLed && asks.length <= longestLabel)
  return isLine ? request.index : undefined
}
