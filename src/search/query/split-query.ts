import type { Operator, QueryChunk, QueryGroup, QueryPart } from './query-chunk.ts'
import { QueryTokens, type QueryToken, type SignProblem } from './query-tokens.ts'

/** Only this many UTF-16 units of a query are read. */
export const longestQuery = 4_000

/** What is wrong with a query as a whole; each part that is wrong is left out. */
export type SplitProblem =
  | { code: SignProblem }
  /** An operator lacks what it should join or exclude. */
  | { code: 'operator-alone'; operator: Operator }
  /** There is nothing between two brackets. */
  | { code: 'signs-ignored' }

/** A query as parts, each of which must hold. */
export interface SplitQuery {
  parts: QueryPart[]
  problems: SplitProblem[]
}

/**
 * Splits a query into its conditions. OR joins the conditions beside it, more tightly than the space between others:
 * `a b OR c` means `a (b OR c)`, as in web searches. Never fails.
 */
export function splitQuery(input: string): SplitQuery {
  const { tokens, problems } = new QueryTokens(input)
  const reader = new PartReader(tokens)
  const parts = reader.readSequence('any')
  return { parts, problems: [...problems.map((code) => ({ code })), ...reader.problems] }
}

/** All conditions of a query, in order, those in brackets included. */
export function listChunks(parts: readonly QueryPart[]): QueryChunk[] {
  return parts.flatMap((part) =>
    part.kind === 'chunk' ? [part] : listChunks(part.alternatives.flat()),
  )
}

class PartReader {
  readonly problems: SplitProblem[] = []
  readonly #tokens: readonly QueryToken[]
  #at = 0

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens
  }

  /** Reads up to the bracket that closes, or to the end. `field` is that of conditions without their own. */
  readSequence(field: QueryChunk['field']): QueryPart[] {
    // Each holds the alternatives that OR joined.
    const joined: QueryPart[][][] = []
    // Operators that wait for what they join or exclude.
    let waiting: Operator[] = []
    for (
      let token = this.#next();
      token !== undefined && token.kind !== 'close';
      token = this.#next()
    ) {
      if (token.kind === 'operator') {
        const { operator } = token
        if (operator !== 'NOT' && (joined.length === 0 || waiting.includes('NOT')))
          this.#report(operator)
        else if (!waiting.includes(operator)) waiting.push(operator)
        continue
      }
      const alternatives = this.#readOperand(token, { field, isNot: waiting.includes('NOT') })
      if (alternatives.length === 0) continue
      const last = joined.at(-1)
      if (last !== undefined && waiting.includes('OR')) last.push(...alternatives)
      else joined.push(alternatives)
      waiting = []
    }
    for (const operator of waiting) this.#report(operator)
    return joined.flatMap(toParts)
  }

  /** A condition or a group, as alternatives; none for empty brackets. */
  #readOperand(
    token: QueryChunk | Extract<QueryToken, { kind: 'open' }>,
    { field, isNot }: { field: QueryChunk['field']; isNot: boolean },
  ): QueryPart[][] {
    const own = token.field === 'any' ? field : token.field
    const isExcluded = token.isExcluded !== isNot
    if (token.kind === 'chunk') return [[{ ...token, field: own, isExcluded }]]
    const parts = this.readSequence(own)
    if (parts.length === 0) this.problems.push({ code: 'signs-ignored' })
    return isExcluded ? toExcluded(parts) : toAlternatives(parts)
  }

  #report(operator: Operator): void {
    this.problems.push({ code: 'operator-alone', operator })
  }

  #next(): QueryToken | undefined {
    return this.#tokens[this.#at++]
  }
}

/** A single alternative needs no group. */
function toParts(alternatives: QueryPart[][]): QueryPart[] {
  const [only = []] = alternatives
  return alternatives.length === 1 ? only : [{ kind: 'group', isExcluded: false, alternatives }]
}

function toAlternatives(parts: QueryPart[]): QueryPart[][] {
  const [only] = parts
  if (only === undefined) return []
  const isOwn = parts.length === 1 && only.kind === 'group' && !only.isExcluded
  return isOwn ? only.alternatives : [parts]
}

function toExcluded(parts: QueryPart[]): QueryPart[][] {
  const [only] = parts
  if (only === undefined) return []
  if (parts.length > 1) return [[{ kind: 'group', isExcluded: true, alternatives: [parts] }]]
  // What is excluded twice is wanted.
  const turned: QueryChunk | QueryGroup = { ...only, isExcluded: !only.isExcluded }
  return toAlternatives([turned])
}
