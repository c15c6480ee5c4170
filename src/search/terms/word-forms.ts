import {
  dropVowels,
  groupSign,
  isMark,
  isWordSign,
  joinSign,
  spellVowels,
  toVowel,
} from '../fold/marks.ts'

/** One way to read a word, or several words that a sign joins. */
export interface WordForm {
  term: string
  /** Letters of the cluster before it. */
  offset: number
  /** Where it begins in the cluster, in UTF-16 units. */
  start: number
  /** Whether letters with dots are written as two: `moeller` for `möller`. */
  isExpanded: boolean
  /** Whether the signs of the word belong to it: `c++`, `.net`. */
  isSigned: boolean
  /** Whether it is a word between two separators as it stands there. */
  isWord: boolean
}

/** More words than this in a row are not read as one: an address, a slug. */
const mostJoined = 3
const longestCluster = 6

const startPattern = /^(?:--|\.)/u
const endPattern = /[+#]+$/u

/** A word of a cluster. */
interface ClusterWord {
  /** Without signs and marks. */
  bare: string
  /** With a second letter where one may stand; equal to `bare` where none may. */
  expanded: string
  offset: number
  start: number
}

/**
 * All ways to read a cluster: what stands between two spaces of a marked folding in a script with spaces. Each word is
 * one; so are the words with their signs, numbers without the signs between their groups, and up to three words joined.
 * A single letter with a sign behind it has no other form: `c++` is not `c`. In the order of their letters, because
 * two words may give one term: `a-å`.
 */
export function listWordForms(cluster: string): WordForm[] {
  if (isSimple(cluster)) {
    const form = { offset: 0, start: 0, isExpanded: false, isSigned: false, isWord: true }
    return [{ ...form, term: cluster }]
  }
  const head = startPattern.exec(cluster)?.[0] ?? ''
  const tail = endPattern.exec(cluster)?.[0] ?? ''
  const parts = readParts(cluster.slice(head.length, cluster.length - tail.length), head.length)
  const found = new Map<string, WordForm>()
  // Two readings may give one term: `ü-e`.
  const add = (forms: readonly WordForm[]) => {
    for (const form of forms) {
      const key = `${String(form.offset)} ${form.term}`
      if (!found.has(key)) found.set(key, form)
    }
  }
  const words = parts.flat()
  for (const word of words) {
    const isLast = word === words.at(-1)
    const isOnlySigned = isLast && tail !== '' && /^\p{L}$/u.test(word.bare)
    if (!isOnlySigned) add(toForms(word, { isWord: true }))
    if (isLast && tail !== '') add(toForms(word, { tail }))
    if (word === words[0] && head !== '') add(toForms(word, { head }))
  }
  const numbers = parts.map(joinAll)
  for (const [at, number] of numbers.entries())
    if ((parts[at]?.length ?? 0) > 1) add(toForms(number, {}))
  const last = parts.length > longestCluster ? 0 : numbers.length
  for (let from = 0; from < last; from++)
    for (let to = from + 2; to <= Math.min(from + mostJoined, last); to++)
      add(toForms(joinAll(numbers.slice(from, to)), {}))
  return [...found.values()].sort((a, b) => a.offset - b.offset)
}

/** Whether a cluster is one word that can be read in one way. */
function isSimple(cluster: string): boolean {
  for (let at = 0; at < cluster.length; at++) {
    const unit = cluster.charCodeAt(at)
    if (unit < 0x30 && (isMark(unit) || isWordSign(unit))) return false
  }
  return true
}

/** The words of each part that a hyphen or an apostrophe ends; several where they are groups of a number. */
function readParts(words: string, start: number): ClusterWord[][] {
  let at = start
  let offset = 0
  return words.split(joinSign).map((part) =>
    part.split(groupSign).map((written) => {
      const bare = dropVowels(written)
      const expanded = bare.length === written.length ? bare : spellVowels(written)
      const word = { bare, expanded, offset, start: at }
      at += written.length + 1
      offset += bare.length
      return word
    }),
  )
}

function joinAll(words: readonly ClusterWord[]): ClusterWord {
  const [first] = words
  return {
    bare: words.map(({ bare }) => bare).join(''),
    expanded: words.map(({ expanded }) => expanded).join(''),
    offset: first?.offset ?? 0,
    start: first?.start ?? 0,
  }
}

function toForms(
  { bare, expanded, offset, start }: ClusterWord,
  { head = '', tail = '', isWord = false }: { head?: string; tail?: string; isWord?: boolean },
): WordForm[] {
  const form = {
    term: `${head}${bare}${tail}`,
    offset,
    start: start - head.length,
    isExpanded: false,
    isSigned: head !== '' || tail !== '',
    isWord,
  }
  if (bare === expanded) return [form]
  return [form, { ...form, term: `${head}${expanded}${tail}`, isExpanded: true, isWord: false }]
}

/** Where the first `length` units of a form end in its cluster. */
export function findFormEnd(cluster: string, form: WordForm, length: number): number {
  let at = form.start
  let left = length
  for (; left > 0 && at < cluster.length; at++) {
    const unit = cluster.charCodeAt(at)
    if (toVowel(unit) !== undefined) left -= form.isExpanded ? 1 : 0
    else if (isWordSign(unit)) left -= form.isSigned ? 1 : 0
    else if (unit > 0x20) left--
  }
  return at
}
