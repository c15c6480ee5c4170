import { toExcerpt } from '#core/text/plain-text.ts'
import { firstSentences } from '#builder/read/clean/article-sentences.ts'
import { isSentence } from '#builder/read/clean/article-text.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import type { RecordBytes } from '../cache/record-file.ts'
import type { CachedRow, OpeningSentences } from '../post/cached-post.ts'

/** Leaves what recurs out of the excerpt and the length of a post's row. */
export function finishRow(record: RecordBytes, { recurring }: Pick<OrderedPost, 'recurring'>) {
  if (recurring === 0) return record
  // Needs no parser: the store has checked that this version of the program wrote it.
  const row = JSON.parse(record.row.toString()) as CachedRow
  const opening = JSON.parse(record.opening.toString()) as OpeningSentences
  return { ...record, row: Buffer.from(JSON.stringify(toFinishedRow(row, opening, recurring))) }
}

/** `recurring`: a bit for each of the sentences. */
export function toFinishedRow(
  row: CachedRow,
  opening: OpeningSentences,
  recurring: number,
): CachedRow {
  const isOwn = (at: number) => (recurring & (1 << at)) === 0
  const left = opening.ends.reduce((sum, [, , count], at) => sum + (isOwn(at) ? 0 : count), 0)
  const own = opening.ends.filter((_, at) => isOwn(at))
  if (opening.middle === '' && own.every(([text]) => text === '')) {
    return { ...row, excerpt: undefined, length: { ...row.length, count: 0 }, isRecurring: true }
  }
  const count = Math.max(1, row.length.count - left)
  return { ...row, excerpt: toOwnExcerpt(opening, isOwn), length: { ...row.length, count } }
}

/** The excerpt from the first sentence on that does not recur. */
function toOwnExcerpt(
  { ends, middle }: OpeningSentences,
  isOwn: (at: number) => boolean,
): string | undefined {
  const own = ends.map(([text, isSaying], at) =>
    isOwn(at) ? { text, isSaying: isSaying === 1 } : { text: '', isSaying: false },
  )
  own.splice(firstSentences, 0, { text: middle, isSaying: middle !== '' })
  const saying = own.filter(({ isSaying }) => isSaying)
  const first = saying.findIndex(({ text }) => isSentence(text.trim()))
  const chosen = first === -1 ? saying : saying.slice(first)
  return toExcerpt(join(chosen)) ?? toExcerpt(join(own))
}

function join(sentences: readonly { text: string }[]): string {
  return sentences.map(({ text }) => text).join('')
}
