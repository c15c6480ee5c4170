import { findDateEnd } from './query-date.ts'
import {
  fieldNames,
  isDateField,
  minusPattern,
  quotes,
  type Operator,
  type QueryChunk,
} from './query-chunk.ts'

/** Brackets within brackets beyond this depth are ignored. */
const mostDepth = 16

const openCorners = '「『'
const closedCorners = '」』'
const opening = '(\uff08'
const closing = ')\uff09'
const bars = '|\uff5c'
const fieldPattern = new RegExp(`^(${fieldNames.join('|')})[:\uff1a]`, 'iu')
const spacePattern = /\s/u
const severalPattern = /[\s|\uff5c]/u
const numberPattern = /^\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\p{L}\p{N}\p{M}])/u
const closedPattern = /[)\uff09]+$/u

/** A piece of a query as typed. */
export type QueryToken =
  | QueryChunk
  | { kind: 'open'; isExcluded: boolean; field: QueryChunk['field'] }
  | { kind: 'close' }
  | { kind: 'operator'; operator: Operator }

/** What is wrong with the signs of a query. */
export type SignProblem = 'unclosed-quote' | 'bracket-unclosed' | 'bracket-unopened' | 'too-deep'

/** Cuts a query into tokens. Every `close` has its `open`. Never fails. */
export class QueryTokens {
  readonly tokens: QueryToken[] = []
  readonly problems: SignProblem[] = []
  readonly #input: string
  /** Where each bracket that is closed is closed. */
  readonly #closedAt: ReadonlyMap<number, number>
  #at = 0
  #depth = 0

  constructor(input: string) {
    this.#input = input
    this.#closedAt = pairBrackets(input)
    for (this.#skipSpace(); this.#at < input.length; this.#skipSpace()) this.#readToken()
    this.#markLast()
    for (; this.#depth > 0; this.#depth--) {
      this.#add({ kind: 'close' })
      this.problems.push('bracket-unclosed')
    }
  }

  #readToken(): void {
    if (this.#isAt(bars)) {
      this.#at++
      this.tokens.push({ kind: 'operator', operator: 'OR' })
    } else if (this.#isAt(closing)) {
      this.#at++
      if (this.#depth === 0) this.problems.push('bracket-unopened')
      else {
        this.#add({ kind: 'close' })
        this.#depth--
      }
    } else this.#readCondition()
  }

  #readCondition(): void {
    const head = this.#readHead()
    if (this.#isAt(opening)) {
      this.#at++
      this.#depth++
      if (this.#depth > mostDepth) this.problems.push('too-deep')
      this.#add({ kind: 'open', ...head })
      return
    }
    const chunk: QueryChunk = {
      kind: 'chunk',
      ...head,
      ...this.#readText(head.field),
      isLast: false,
    }
    const operator = toOperator(chunk)
    this.tokens.push(operator === undefined ? chunk : { kind: 'operator', operator })
  }

  /** Adds a bracket, unless it is too deep to count. */
  #add(bracket: QueryToken): void {
    if (this.#depth <= mostDepth) this.tokens.push(bracket)
  }

  /** Reads the optional minus sign and field name at the start of a chunk. */
  #readHead(): Pick<QueryChunk, 'isExcluded' | 'field'> {
    // Two are the beginning of a word: `git reset --hard`.
    const [first, second] = this.#input.slice(this.#at, this.#at + 2)
    const isExcluded = minusPattern.test(first ?? '') && !minusPattern.test(second ?? '')
    if (isExcluded) this.#at++
    // Field names may also be typed in full-width letters.
    const start = this.#input.slice(this.#at, this.#at + 16).normalize('NFKC')
    const name = fieldPattern.exec(start)
    const field = fieldNames.find((known) => known === name?.[1]?.toLowerCase())
    if (name === null || field === undefined) return { isExcluded, field: 'any' }
    this.#at += name[0].length
    return { isExcluded, field }
  }

  #readText(field: QueryChunk['field']): Pick<QueryChunk, 'text' | 'isQuoted'> {
    const start = this.#at
    if (this.#isAt(quotes)) return this.#readQuoted(quotes)
    const corner = this.#isAt(openCorners) ? openCorners.indexOf(this.#input.charAt(start)) : -1
    if (corner !== -1) return this.#readQuoted(closedCorners.charAt(corner))
    if (isDateField(field)) {
      const end = findDateEnd(this.#input, start)
      if (end !== undefined && this.#isTextEnd(end)) {
        this.#at = end
        const text = this.#input.slice(start, end)
        return { text, isQuoted: spacePattern.test(text) }
      }
    }
    this.#at = this.#findTextEnd(isDateField(field) ? 0 : this.#measureNumber())
    const text = this.#input.slice(start, this.#at)
    const isStray =
      closedPattern.test(text) && countSigns(text, closing) > countSigns(text, opening)
    if (!isStray) return { text, isQuoted: false }
    this.problems.push('bracket-unopened')
    return { text: text.replace(closedPattern, ''), isQuoted: false }
  }

  /** Reads up to one of the closing signs. */
  #readQuoted(closing: string): Pick<QueryChunk, 'text' | 'isQuoted'> {
    const start = ++this.#at
    while (this.#at < this.#input.length && !this.#isAt(closing)) this.#at++
    if (this.#at === this.#input.length) this.problems.push('unclosed-quote')
    return { text: this.#input.slice(start, this.#at++), isQuoted: true }
  }

  /**
   * End of an unquoted text. Brackets inside of a word belong to it, `f(x)`, `晚会（图）`, unless they hold several
   * conditions: `大学（北京 OR 上海）`.
   */
  #findTextEnd(known: number): number {
    let end = this.#at + known
    let open = 0
    for (; end < this.#input.length; end++) {
      const sign = this.#input.charAt(end)
      if (spacePattern.test(sign) || bars.includes(sign)) break
      if (opening.includes(sign)) {
        if (end > this.#at && this.#holdsSeveral(end)) break
        open++
      }
      if (!closing.includes(sign)) continue
      if (open === 0 && this.#depth > 0) break
      open = Math.max(0, open - 1)
    }
    return end
  }

  /** Length of a number whose groups of digits spaces part: `10 000`. */
  #measureNumber(): number {
    return numberPattern.exec(this.#input.slice(this.#at, this.#at + 40))?.[0].length ?? 0
  }

  /** Whether a bracket is closed and has a space or a bar within. */
  #holdsSeveral(bracket: number): boolean {
    const end = this.#closedAt.get(bracket)
    const inside = this.#input.slice(bracket + 1, end).trim()
    return end !== undefined && severalPattern.test(inside)
  }

  #isTextEnd(at: number): boolean {
    const sign = this.#input.charAt(at)
    return sign === '' || spacePattern.test(sign) || (bars + closing).includes(sign)
  }

  /** A bracket behind a word ends it, like a quote does. */
  #markLast(): void {
    const last = this.tokens.findLast(({ kind }) => kind === 'chunk' || kind === 'close')
    if (last?.kind === 'chunk') last.isLast = true
  }

  #isAt(signs: string): boolean {
    return this.#at < this.#input.length && signs.includes(this.#input.charAt(this.#at))
  }

  #skipSpace(): void {
    while (this.#at < this.#input.length && spacePattern.test(this.#input.charAt(this.#at)))
      this.#at++
  }
}

function pairBrackets(input: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < input.length; at++) {
    const sign = input.charAt(at)
    if (opening.includes(sign)) open.push(at)
    if (!closing.includes(sign)) continue
    const from = open.pop()
    if (from !== undefined) pairs.set(from, at)
  }
  return pairs
}

function toOperator({ field, text, isQuoted, isExcluded }: QueryChunk): Operator | undefined {
  if (field !== 'any' || isQuoted || isExcluded) return undefined
  const word = text.normalize('NFKC')
  return word === 'OR' || word === 'AND' || word === 'NOT' ? word : undefined
}

function countSigns(text: string, signs: string): number {
  return Array.from(text).filter((sign) => signs.includes(sign)).length
}
