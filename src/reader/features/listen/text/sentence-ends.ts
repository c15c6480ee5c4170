/** A span of a text, in UTF-16 units. */
export interface SentenceSpan {
  start: number
  end: number
}

/** Ends of sentences as far as signs tell, for engines without `Intl.Segmenter` (Firefox before 125). */
const endPattern = /(?:[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？｡]+["'”’»」』）】》]*|\n+)\s*/gu

/** What ends with a full stop and no sentence: in English and its neighbours. */
const shortened =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Vol|vs|etc|e\.g|i\.e|cf|ca|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\.$/u

/** The sentences of a paragraph, without blanks around them; together they hold every letter of it. */
export function findSentences(text: string, language: string): SentenceSpan[] {
  // The signs within an address end nothing.
  const masked = text.replaceAll(/https?:\/\/[!-~]*[\w/]/gi, ({ length }) => 'x'.repeat(length))
  const spans = toSegments(masked, language) ?? splitAtSigns(masked)
  return spans.flatMap((span) => trim(text, span))
}

function toSegments(text: string, language: string): SentenceSpan[] | undefined {
  if (!('Segmenter' in Intl)) return undefined
  const sentences = new Intl.Segmenter(toLocale(language), { granularity: 'sentence' }).segment(
    text,
  )
  let start = 0
  return Array.from(sentences, ({ index, segment }) => {
    const span = { start, end: index + segment.length - countOpening(segment) }
    start = span.end
    return span
  })
}

/** Engines leave the sign that opens a Chinese quotation with the sentence before. */
function countOpening(segment: string): number {
  return /[“‘「『（《〈【]*\s*$/u.exec(segment)?.[0].trimEnd().length ?? 0
}

/** The language of an article may be anything; the root locale knows sentences too. */
function toLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und'
  } catch (error) {
    if (error instanceof RangeError) return 'und'
    throw error
  }
}

function splitAtSigns(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let start = 0
  for (const match of text.matchAll(endPattern)) {
    const end = match.index + match[0].length
    if (shortened.test(text.slice(start, end).trimEnd())) continue
    spans.push({ start, end })
    start = end
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

function trim(text: string, { start, end }: SentenceSpan): SentenceSpan[] {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return to > from ? [{ start: from, end: to }] : []
}

/** Where a sentence may be cut that is too long for one breath, the best places first. */
const cuts = [/[;；:：—]\s*/gu, /[,，、､]\s*/gu, /\s+/gu]

/** Cuts a span into pieces of at most so many characters: at clauses, else at commas, else between words, else anywhere. */
export function cutSpan(text: string, span: SentenceSpan, most: number): SentenceSpan[] {
  const pieces: SentenceSpan[] = []
  let { start } = span
  while (span.end - start > most) {
    const end = start + findCut(text.slice(start, start + most))
    pieces.push(...trim(text, { start, end }))
    start = end
  }
  return [...pieces, ...trim(text, { start, end: span.end })]
}

function findCut(text: string): number {
  for (const cut of cuts) {
    const ends = Array.from(text.matchAll(cut), ({ 0: sign, index }) => index + sign.length)
    const last = ends.findLast((end) => end > text.length / 4)
    if (last !== undefined) return last
  }
  // Not between the halves of a character.
  return /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length
}
