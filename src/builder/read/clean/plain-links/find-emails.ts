import { toGluedDomainEnd } from './glued-words.ts'
import type { TextPiece } from './text-piece.ts'

// Bounded on both sides, so that no input makes it slow.
const emailPattern =
  /(?<![\w.+@/-])[a-z\d][\w.+-]{0,63}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,5}[a-z]{2,24}/gi

/** Finds the e-mail addresses in a text without URLs. The pieces joined equal the text. */
export function findEmails(text: string): TextPiece[] {
  if (!text.includes('@')) return text === '' ? [] : [{ kind: 'text', text }]
  const pieces: TextPiece[] = []
  let done = 0
  for (const match of text.matchAll(emailPattern)) {
    const email = match[0].slice(0, toGluedDomainEnd(match[0]))
    if (match.index > done) pieces.push({ kind: 'text', text: text.slice(done, match.index) })
    pieces.push({ kind: 'link', text: email, url: `mailto:${email}` })
    done = match.index + email.length
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) })
  return pieces
}
