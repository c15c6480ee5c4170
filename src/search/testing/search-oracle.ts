import type { FacetName } from '#core/facet/facet.ts'
import { isDense } from '../fold/character-class.ts'
import { foldText } from '../fold/fold-text.ts'
import { toFacetKey } from '../query/facet-key.ts'
import type { Clause, FacetClause, SearchQuery, TextClause } from '../query/search-query.ts'

/** The fields of a post that a query searches. */
export interface SearchedPost {
  title: string
  /** Plain text of the body. */
  body: string
  facets?: Partial<Record<FacetName, readonly string[]>>
  /** Day of publication, `YYYY-MM-DD`; absent when unknown. */
  day?: string | undefined
}

/** A post with its texts folded, once for many queries. */
export interface FoldedPost {
  title: string
  body: string
  facets: Partial<Record<FacetName, readonly string[]>>
  day: string | undefined
}

/** Folds the texts of a post. */
export function foldPost({ title, body, facets = {}, day }: SearchedPost): FoldedPost {
  return { title: foldText(title), body: foldText(body), facets, day }
}

/**
 * Whether a post is a hit of a query, by brute force: it tries every place of every text. The index must give the same
 * answer.
 */
export function matchesQuery({ clauses }: SearchQuery, post: FoldedPost): boolean {
  if (clauses.length === 0) return false
  return holdsAll(clauses, post)
}

function holdsAll(clauses: readonly Clause[], post: FoldedPost): boolean {
  return clauses.every((clause) => holds(clause, post) !== clause.isExcluded)
}

/** Whether a folded text contains a folded phrase whose outer words are not parts of longer words there. */
export function includesPhrase(
  folded: string,
  { phrase, isPrefix }: Pick<TextClause, 'phrase' | 'isPrefix'>,
): boolean {
  const startsWithWord = isOfWord(Array.from(phrase).at(0))
  const endsWithWord = isOfWord(Array.from(phrase).at(-1))
  for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    const before = Array.from(folded.slice(Math.max(0, at - 2), at)).at(-1)
    const after = Array.from(folded.slice(end, end + 2)).at(0)
    const startsInside = startsWithWord && isOfWord(before)
    const endsInside = endsWithWord && isOfWord(after) && !isPrefix
    if (!startsInside && !endsInside) return true
  }
  return false
}

function holds(clause: Clause, post: FoldedPost): boolean {
  if (clause.kind === 'any') return clause.alternatives.some((own) => holdsAll(own, post))
  if (clause.kind === 'facet') return holdsValue(clause, post)
  if (clause.kind === 'date') {
    const { from = '', to = '9999-99-99' } = clause.days
    return post.day !== undefined && from <= post.day && post.day <= to
  }
  const fields = clause.field === 'title' ? [post.title] : [post.title, post.body]
  return fields.some((folded) => includesPhrase(folded, clause))
}

/** Sites and languages here are plain ones; `facet-matcher.test.ts` has the others. */
function holdsValue({ facet, value }: FacetClause, { facets }: FoldedPost): boolean {
  const key = toFacetKey(value)
  if (facet === 'site') return (facets.source ?? []).some((own) => `.${own}`.endsWith(`.${value}`))
  if (facet === 'language')
    return (facets.language ?? []).some((own) =>
      `${own}-`.toLowerCase().startsWith(`${value}-`.toLowerCase()),
    )
  return (facets[facet] ?? []).some((own) => toFacetKey(own) === key)
}

/** Whether a folded character belongs to a word: it is neither a space nor dense. */
function isOfWord(character: string | undefined): boolean {
  return character !== undefined && character !== ' ' && !isDense(character.charCodeAt(0))
}
