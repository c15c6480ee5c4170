/**
 * One step of putting a page together from the article in it: a text stands as it is, a number copies so many
 * characters of the article, a negative one passes over as many.
 */
export type PageStep = string | number

/** Tags and texts of HTML that the builder has written: no `<` or `>` stands in its attributes. */
function toTokens(html: string): string[] {
  return html.match(/<[^>]*>|[^<]+/g) ?? []
}

/**
 * Says how the parts of a page follow from the parts of the article in it: what both hold is not written twice. Takes time in
 * proportion to both.
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

/** The parts of a page again. Steps that say too much give less, never an error. */
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
 * Which token of `from` each token of `to` is, -1 for none, ascending. Tokens that stand once in both are found first; from
 * them, and from both ends, it goes on as long as the neighbours are equal.
 */
function matchTokens(from: readonly string[], to: readonly string[]): Int32Array {
  const matches = new Int32Array(to.length).fill(-1)
  const anchors = listAnchors(from, to)
  let [fromStart, toStart] = [0, 0]
  for (const { fromAt, toAt } of [...anchors, { fromAt: from.length, toAt: to.length }]) {
    // What an earlier anchor reached already needs no second look.
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

/** Places of tokens that stand once in both lists, in the order of both. */
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

/** Where each token stands, in order of first appearance; -1 for one that stands more than once. */
function toPlaces(tokens: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, token] of tokens.entries()) places.set(token, places.has(token) ? -1 : at)
  return places
}
