import { findAddressStarts, toAddressEnd } from './address-run.ts'
import { findEmails } from './find-emails.ts'
import { toPlainUrl } from './plain-url.ts'
import type { TextPiece } from './text-piece.ts'

/**
 * Finds the URLs and e-mail addresses in plain text. The pieces joined equal the text. Takes linear time: no pattern
 * backtracks over a whole body.
 */
export function findLinks(text: string): TextPiece[] {
  if (!mayHoldLink(text)) return [{ kind: 'text', text }]
  const pieces: TextPiece[] = []
  const starts = findAddressStarts(text)
  let done = 0
  for (const [at, start] of starts.entries()) {
    const end = toAddressEnd(text, start, starts[at + 1] ?? text.length)
    const address = text.slice(start, end)
    const url = toPlainUrl(address)
    if (url === undefined || isShortened(text, start, end)) continue
    pieces.push(...findEmails(text.slice(done, start)), { kind: 'link', text: address, url })
    done = end
  }
  return [...pieces, ...findEmails(text.slice(done))]
}

/** Video sites display long URLs truncated after 37 characters, with dots; a link to such a URL would be broken. */
const shortenedLength = 37

function isShortened(text: string, start: number, end: number): boolean {
  const cut = start + shortenedLength
  return end >= cut - 3 && /^ ?\.\.\./.test(text.slice(cut, cut + 4))
}

/** Fast path: most texts contain none of the characters that a link requires. */
function mayHoldLink(text: string): boolean {
  return text.includes('/') || text.includes('@') || (text.includes('.') && /www\./i.test(text))
}
