import type { FacetName } from '#core/facet/facet.ts'
import { isDense } from '../fold/character-class.ts'
import { markedFold } from '../fold/fold-text.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { toFacetKey } from '../query/facet-key.ts'
import type { Clause, FacetClause, SearchQuery, TextClause } from '../query/search-query.ts'

const marks = ['\u0001', '\u0002', '\u0003', '\u0004'].join('')
/** What counts for no letter: marks, and signs of words. */
const countlessPattern = new RegExp(`[+#.${marks}-]`, 'g')
const skeletonPattern = new RegExp(
  `[ ae+#.${marks}-]|[\\u231a-\\u2b55]|[\\ud83c-\\ud83e][\\udc00-\\udfff]`,
  'g',
)

/** The fields of a post that a query searches. */
export interface SearchedPost {
  title: string
  /** Plain text of the body. */
  body: string
  facets?: Partial<Record<FacetName, readonly string[]>>
  /** Day of publication, `YYYY-MM-DD`; absent when unknown. */
  day?: string | undefined
}

/** A post with its texts folded, once for many queries. Who has many posts as well keeps one at a time: what was read of a text is large. */
export interface FoldedPost {
  title: string
  body: string
  /** What `mayInclude` looks at. */
  skeletons: { title: string; body: string }
  /** The letters of a text and what its words may be read as; computed when first asked for. */
  read: (field: 'title' | 'body') => ReadText
  facets: Partial<Record<FacetName, readonly string[]>>
  day: string | undefined
}

/** Folds the texts of a post. */
export function foldPost({
  title: written,
  body: text,
  facets = {},
  day,
}: SearchedPost): FoldedPost {
  const [title, body] = [markedFold(written), markedFold(text)]
  const skeletons = { title: toSkeleton(title), body: toSkeleton(body) }
  const known: { title?: ReadText; body?: ReadText } = {}
  const read = (field: 'title' | 'body') =>
    (known[field] ??= readText(field === 'title' ? title : body))
  return { title, body, skeletons, read, facets, day }
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

/**
 * Whether a marked folding contains a phrase: whether there is a place where each token of the phrase is one of the
 * readings of the text, all letters side by side. Written apart from what finds and indexes phrases.
 */
export function includesPhrase(
  folded: string,
  clause: Pick<TextClause, 'phrase' | 'isPrefix'>,
): boolean {
  return holdsPhrase(readText(folded), clause)
}

function holdsPhrase(
  text: ReadText,
  { phrase, isPrefix }: Pick<TextClause, 'phrase' | 'isPrefix'>,
): boolean {
  const wanted = readPhrase(phrase)
  const last = wanted.at(-1)
  for (const place of listPlaces(text, wanted[0])) {
    const isHere = wanted.every(({ at, text: own, kind, isApart, isBehindWord }) => {
      if (kind === 'dense') {
        const isThere = text.letters.startsWith(own, place + at)
        if (isBehindWord === true && isDenseEnd(text.letters.slice(0, place + at))) return false
        return isThere && (isApart === undefined || isApart === text.apart.has(place + at))
      }
      const readings = text.readings.get(place + at) ?? []
      const isBegun = isPrefix && kind === 'word' && last?.at === at && last.text === own
      return readings.some((reading) => reading === own || (isBegun && reading.startsWith(own)))
    })
    if (isHere) return true
  }
  return false
}

/** A phrase may be in a text only if its skeleton is in that of the text. Quick, for many texts. */
export function mayInclude(skeleton: string, phrase: string): boolean {
  return skeleton.includes(toSkeleton(phrase))
}

/** A marked folding without all that may be written or left out. */
export function toSkeleton(folded: string): string {
  return folded.replace(skeletonPattern, '')
}

/** A text by its letters. */
interface ReadText {
  /** Without spaces, marks, signs and emoji. */
  letters: string
  /** What words and emoji may be read as, by the number of letters before them. */
  readings: Map<number, string[]>
  /** Dense characters with a space between them and the dense character before. */
  apart: Set<number>
}

function readText(folded: string): ReadText {
  const readings = new Map<number, string[]>()
  const apart = new Set<number>()
  let letters = ''
  const add = (at: number, reading: string) => {
    const known = readings.get(at)
    if (known === undefined) readings.set(at, [reading])
    else known.push(reading)
  }
  let isBehindDense = false
  for (const token of folded.split(' ')) {
    if (isEmojiUnit(token.charCodeAt(0))) add(letters.length, token)
    else if (isDense(token.charCodeAt(0))) {
      if (isBehindDense) apart.add(letters.length)
      letters += token
      isBehindDense = true
    } else {
      isBehindDense = false
      if (token.search(countlessPattern) === -1) {
        add(letters.length, token)
        letters += token
        continue
      }
      for (const { at, text } of readCluster(token)) add(letters.length + at, text)
      letters += token.replace(countlessPattern, '')
    }
  }
  return { letters, readings, apart }
}

const plain = (text: string) => text.replaceAll('\u0002', '').replaceAll('\u0003', '')
const full = (text: string) => text.replaceAll('\u0002', 'e').replaceAll('\u0003', 'a')

/** All readings of a cluster by the rules of `docs/formats/search-text.md`. */
function readCluster(cluster: string): { at: number; text: string }[] {
  const [, head = '', middle = '', tail = ''] = /^(--|\.)?(.*?)([+#]*)$/su.exec(cluster) ?? []
  const pieces = middle.split('\u0001').map((part) => part.split('\u0004'))
  const found: { at: number; text: string }[] = []
  const add = (at: number, text: string, isWord = false) => {
    for (const own of [plain(text), full(text)])
      if ((isWord && own === plain(text)) || own.length <= 32) found.push({ at, text: own })
  }
  const offsets: number[] = []
  let at = 0
  for (const [index, groups] of pieces.entries()) {
    offsets.push(at)
    if (groups.length > 1) add(at, groups.join(''))
    for (const [own, group] of groups.entries()) {
      const isFirst = index === 0 && own === 0
      const isLast = index === pieces.length - 1 && own === groups.length - 1
      if (!isLast || tail === '' || !/^\p{L}$/u.test(plain(group))) add(at, group, true)
      if (isLast && tail !== '') add(at, `${group}${tail}`)
      if (isFirst && head !== '') add(at, `${head}${group}`)
      at += plain(group).length
    }
  }
  const joined = pieces.map((groups) => groups.join(''))
  if (joined.length > 6) return found
  for (const count of [2, 3])
    for (let from = 0; from + count <= joined.length; from++)
      add(offsets[from] ?? 0, joined.slice(from, from + count).join(''))
  return found
}

/** Where the first part of a phrase may be. */
function* listPlaces({ letters, readings }: ReadText, first: WantedPart | undefined) {
  if (first?.kind !== 'dense') {
    yield* readings.keys()
    return
  }
  for (let at = letters.indexOf(first.text); at !== -1; at = letters.indexOf(first.text, at + 1))
    yield at
}

/** What a phrase asks for. */
interface WantedPart {
  kind: 'word' | 'dense' | 'emoji'
  text: string
  /** Letters of the phrase before it. */
  at: number
  /** Of dense characters behind others: whether a space is between them. */
  isApart?: boolean | undefined
  /** Set of one dense character that ends the letters behind a word. */
  isBehindWord?: boolean
}

function isDenseEnd(letters: string): boolean {
  return isDense(Array.from(letters.slice(-2)).at(-1)?.charCodeAt(0) ?? 0)
}

function readPhrase(phrase: string): WantedPart[] {
  const parts: WantedPart[] = []
  let at = 0
  let isBehindDense = false
  for (const token of phrase.split(' ')) {
    if (isEmojiUnit(token.charCodeAt(0))) parts.push({ kind: 'emoji', at, text: token })
    else if (isDense(token.charCodeAt(0))) {
      for (const [index, text] of Array.from(token).entries()) {
        parts.push({ kind: 'dense', at, text, isApart: isBehindDense ? index === 0 : undefined })
        at += text.length
        isBehindDense = true
      }
    } else {
      parts.push({ kind: 'word', at, text: full(token) })
      at += token.replace(countlessPattern, '').length
      isBehindDense = false
    }
  }
  const letters = parts.filter(({ kind }) => kind !== 'emoji')
  const last = letters.at(-1)
  if (last?.kind === 'dense' && letters.at(-2)?.kind === 'word') last.isBehindWord = true
  return parts
}

function holds(clause: Clause, post: FoldedPost): boolean {
  if (clause.kind === 'any') return clause.alternatives.some((own) => holdsAll(own, post))
  if (clause.kind === 'facet') return holdsValue(clause, post)
  if (clause.kind === 'date') {
    const { from = '', to = '9999-99-99' } = clause.days
    return post.day !== undefined && from <= post.day && post.day <= to
  }
  const fields = clause.field === 'title' ? (['title'] as const) : (['title', 'body'] as const)
  return fields.some(
    (field) =>
      mayInclude(post.skeletons[field], clause.phrase) && holdsPhrase(post.read(field), clause),
  )
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
