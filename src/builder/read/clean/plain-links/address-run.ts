import { toGluedEnd } from './glued-words.ts'

// ASCII characters allowed in a URL. Anything else ends it: in Chinese posts the next sentence is glued on.
const addressPattern = /[\w\-.~:/?#[\]@!$&'()*+,;=%]/
const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[' }
// Hosts that are often written without a scheme; without a path they could be just a word with a dot.
const bareHosts =
  'bit\\.ly|youtu\\.be|goo\\.gl|t\\.me|tinyurl\\.com|reurl\\.cc|ppt\\.cc|amzn\\.to|is\\.gd|lihi\\d?\\.(?:cc|io|me|tv)|fb\\.(?:me|com)|' +
  'discord\\.gg|paypal\\.me|telegra\\.ph|wa\\.me|ow\\.ly|buff\\.ly|youtube\\.com|facebook\\.com|twitter\\.com|instagram\\.com|' +
  'patreon\\.com|github\\.com|medium\\.com|matters\\.(?:news|town)'
const startPattern = new RegExp(
  `https?://|(?<![\\w@./-])(?:www\\.(?=[a-z\\d-]+\\.[a-z\\d])|(?:${bareHosts})/(?=[\\w@+]))`,
  'gi',
)
/** Hosts whose paths contain whole URLs. */
const wrapping =
  /\/\/(?:web\.archive\.org|archive\.(?:org|is|ph|today|md|li|fo|vn)|webcache\.\w|12ft\.io|r\.jina\.ai)/i

/** Finds where URLs begin. A URL inside another one's query, or inside a web archive's path, is part of that URL. */
export function findAddressStarts(text: string): number[] {
  const starts: number[] = []
  let end = 0
  for (const { 0: start, index } of text.matchAll(startPattern)) {
    const isBare = !start.includes('//')
    if (index < end && (isBare || isInside(text, starts.at(-1) ?? 0, index))) continue
    starts.push(index)
    if (index >= end) end = toRunEnd(text, index, text.length)
  }
  return starts
}

function isInside(text: string, start: number, at: number): boolean {
  const before = text.charAt(at - 1)
  if (before !== '/') return /[=?&%#]/.test(before)
  return wrapping.test(text.slice(start, Math.min(at, start + 40)))
}

function toRunEnd(text: string, start: number, limit: number): number {
  let end = toForeignHostEnd(text, start)
  while (end < limit && addressPattern.test(text.charAt(end)) && !isRule(text, end)) end++
  return end
}

const foreignHost =
  /(?:https?:\/\/|www\.)(?=[!-~]{0,40}\P{ASCII})(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,4}(?:[a-z]{2,12}(?![a-z])|中国|中國|台灣|台湾|香港|公司|网络|рф|укр|한국)/iuy

/** End of an internationalized host name; just `start` if the host is plain ASCII. */
function toForeignHostEnd(text: string, start: number): number {
  foreignHost.lastIndex = start
  const found = foreignHost.exec(text)?.[0] ?? ''
  // ASCII hosts first: a Chinese sentence with a dot in it may be glued to one.
  const plain = /^(?:https?:\/\/)?[a-z\d-]+(?:\.[a-z\d-]+)+(?=\P{ASCII})/iu.test(found)
  const isPlain = plain && !/^www\.[^.]*$/i.test(/[a-z\d.-]+(?=\P{ASCII})/iu.exec(found)?.[0] ?? '')
  return isPlain ? start : start + found.length
}

/** Whether a drawn line (`------`, `====`) begins here: in descriptions that lost their line breaks they are glued on. */
function isRule(text: string, at: number): boolean {
  const character = text.charAt(at)
  return '-=_~+#.*'.includes(character) && text.startsWith(character.repeat(4), at)
}

/** URLs with random ids, which may end with a dash. */
const ownDash = /(?:youtu\.be\/|[?&](?:v|list|si)=|joinchat\/|t\.me\/\+)[\w-]{10,}$/

/** End of the URL that begins at `start`, at most `limit`, without punctuation of the sentence around it. */
export function toAddressEnd(text: string, start: number, limit: number): number {
  const runEnd = toRunEnd(text, start, limit)
  let end = start + toGluedEnd(text.slice(start, runEnd), text.slice(runEnd, runEnd + 24))
  const open = countOpen(text, start, end)
  while (end > start) {
    const last = text.charAt(end - 1)
    const opener = closers[last]
    const openCount = open.get(opener ?? last) ?? 0
    const isTaken =
      opener === undefined
        ? /[.,;:!?'*#&]/.test(last) ||
          (last === '-' && !ownDash.test(text.slice(Math.max(start, end - 60), end))) ||
          ((last === '(' || last === '[') && openCount > 0)
        : openCount < 0
    if (!isTaken) break
    if (opener !== undefined) open.set(opener, openCount + 1)
    else if (open.has(last)) open.set(last, openCount - 1)
    end--
  }
  return end
}

/** Opening minus closing brackets of each kind. Below zero, a closing one belongs to the sentence around the URL. */
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
