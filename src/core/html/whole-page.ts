/**
 * One step of rebuilding a page from the article in it: a string is inserted as is, a positive number copies that many
 * characters of the article, a negative one skips as many.
 */
export type PageStep = string | number

/** Splits HTML written by the builder into tags and texts. Its attributes never contain `<` or `>`. */
function toTokens(html: string): string[] {
  return html.match(/<[^>]*>|[^<]+/g) ?? []
}

/**
 * Delta-codes the parts of a page against the parts of the article in it, so that shared content is not stored twice.
 * Linear in the size of both.
 */
export function toPageSteps(article: readonly string[], page: readonly string[]): PageStep[][] {
  const from = toTokens(article.join(''))
  const parts = page.map(toTokens)
  const matches = matchTokens(from, parts.flat())
  let next = 0
  let at = 0
  return parts.map((tokens) => {
    const steps: PageStep[] = []
    for (const token of tokens) {
      const match = matches[at++] ?? -1
      if (match === -1) {
        addStep(steps, token)
        continue
      }
      for (; next < match; next++) addStep(steps, -(from[next] ?? '').length)
      addStep(steps, token.length)
      next = match + 1
    }
    return steps
  })
}

/** Inverse of `toPageSteps`. Steps that exceed the article yield less text, never an error. */
export function toWholePage(article: readonly string[], steps: readonly PageStep[][]): string[] {
  const from = article.join('')
  let at = 0
  return steps.map((part) => {
    let html = ''
    for (const step of part) {
      if (typeof step === 'string') html += step
      else {
        html += from.slice(at, at + Math.max(0, step))
        at += Math.abs(step)
      }
    }
    return html
  })
}

function addStep(steps: PageStep[], step: PageStep): void {
  const last = steps.at(-1)
  if (typeof last === 'string' && typeof step === 'string') steps[steps.length - 1] = last + step
  else if (typeof last === 'number' && typeof step === 'number' && last > 0 === step > 0) {
    steps[steps.length - 1] = last + step
  } else steps.push(step)
}

/**
 * Maps each token of `to` to its index in `from`, ascending; -1 for none. Tokens that occur once in both lists are
 * matched first. From them, and from both ends, matches extend as long as the neighbours are equal.
 */
function matchTokens(from: readonly string[], to: readonly string[]): Int32Array {
  const matches = new Int32Array(to.length).fill(-1)
  const anchors = listAnchors(from, to)
  let [fromStart, toStart] = [0, 0]
  for (const { fromAt, toAt } of [...anchors, { fromAt: from.length, toAt: to.length }]) {
    // An earlier anchor already extended past this one.
    if (fromAt < fromStart || toAt < toStart) continue
    while (fromStart < fromAt && toStart < toAt && from[fromStart] === to[toStart]) {
      matches[toStart++] = fromStart++
    }
    let [fromEnd, toEnd] = [fromAt, toAt]
    while (fromEnd > fromStart && toEnd > toStart && from[fromEnd - 1] === to[toEnd - 1]) {
      matches[--toEnd] = --fromEnd
    }
    if (toAt < to.length) matches[toAt] = fromAt
    ;[fromStart, toStart] = [fromAt + 1, toAt + 1]
  }
  return matches
}

interface Anchor {
  fromAt: number
  toAt: number
}

/** Places of tokens that occur once in both lists, in an order common to both. */
function listAnchors(from: readonly string[], to: readonly string[]): Anchor[] {
  const places = toPlaces(to)
  const anchors: Anchor[] = []
  let last = -1
  for (const [token, fromAt] of toPlaces(from)) {
    const toAt = places.get(token) ?? -1
    if (fromAt === -1 || toAt <= last) continue
    anchors.push({ fromAt, toAt })
    last = toAt
  }
  return anchors
}

/** Index of each token, in order of first occurrence; -1 for one that occurs more than once. */
function toPlaces(tokens: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, token] of tokens.entries()) places.set(token, places.has(token) ? -1 : at)
  return places
}
