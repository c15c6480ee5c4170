/** A stretch of plain text, or an address found in it. */
export type TextPiece = { kind: 'text'; text: string } | { kind: 'link'; text: string; url: string }

// ASCII characters an address may hold. Everything else ends it: in Chinese posts the next sentence is glued on.
const addressPattern = /[\w\-.~:/?#[\]@!$&'()*+,;=%]/
const schemePattern = /https?:\/\//gi
const closers: Record<string, string> = { ')': '(', ']': '[' }

/** Finds the http and https addresses in plain text. Linear in the text: no pattern backtracks over a body. */
export function linkifyText(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  const starts = findStarts(text)
  let done = 0
  for (const [at, start] of starts.entries()) {
    const address = cutAddress(text, start, starts[at + 1] ?? text.length)
    const url = toPlainUrl(address)
    if (url === undefined) continue
    if (start > done) pieces.push({ kind: 'text', text: text.slice(done, start) })
    pieces.push({ kind: 'link', text: address, url })
    done = start + address.length
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) })
  return pieces
}

/** Where addresses begin. One inside another's path or query (`…/web/2020/https://…`) is part of that address. */
function findStarts(text: string): number[] {
  const starts: number[] = []
  let end = 0
  for (const { index } of text.matchAll(schemePattern)) {
    const inside = index < end && /[/=?&%#:]/.test(text.charAt(index - 1))
    if (inside) continue
    starts.push(index)
    if (index >= end) end = findEnd(text, index)
  }
  return starts
}

function findEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && addressPattern.test(text.charAt(end)) && !isRule(text, end)) end++
  return end
}

/** Whether a drawn line (`------`, `====`) begins here: descriptions that lost their line breaks have them glued on. */
function isRule(text: string, at: number): boolean {
  const character = text.charAt(at)
  return '-=_~+#.'.includes(character) && text.startsWith(character.repeat(4), at)
}

/** The address from `start`, at most to `limit`, without the sentence's own punctuation at its end. */
function cutAddress(text: string, start: number, limit: number): string {
  let end = Math.min(findEnd(text, start), limit)
  const open = countOpen(text, start, end)
  while (end > start) {
    const last = text.charAt(end - 1)
    const opener = closers[last]
    if (opener === undefined ? !/[.,;:!?'*]/.test(last) : (open.get(opener) ?? 0) >= 0) break
    if (opener !== undefined) open.set(opener, (open.get(opener) ?? 0) + 1)
    end--
  }
  return text.slice(start, end)
}

/** Opening less closing brackets of each kind: below zero, a closing one belongs to the sentence around. */
function countOpen(text: string, start: number, end: number): Map<string, number> {
  const open = new Map<string, number>()
  for (let at = start; at < end; at++) {
    const character = text.charAt(at)
    const opener = closers[character] ?? character
    if (opener !== '(' && opener !== '[') continue
    open.set(opener, (open.get(opener) ?? 0) + (opener === character ? 1 : -1))
  }
  return open
}

function toPlainUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname, username, password } = new URL(address)
  // A name before an `@` is a trick to show one host and open another.
  if (username !== '' || password !== '') return undefined
  return /^[^.]+(?:\.[^.]+)+$/.test(hostname) ? address : undefined
}
