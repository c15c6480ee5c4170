import { foldPassages, type FoldedText } from './folded-text.ts'
import type { TextDirective } from './text-directive.ts'
import { edgeBefore, edgeBehind, isWordEdge } from './word-edges.ts'

/** A range of a text in UTF-16 units: `start` up to but not including `end`. */
export interface Stretch {
  start: number
  end: number
}

/** Up to this length a passage is named by all of its words, beyond it by its first and last ones. */
const mostWhole = 200

/**
 * How many characters of the first and last words to try, and of the context around the passage. Small sizes come first
 * because they make short links.
 */
const endSizes = [24, 60, 150]
const contextSizes = [0, 16, 40, 120]

/**
 * A hostile link could keep a page comparing for minutes. A real passage of an article is found long before this limit.
 */
const mostTries = 5_000

/** Names and finds passages in a text whose line breaks separate blocks. */
export class PassageText {
  readonly #written: string
  readonly #folded: FoldedText

  constructor(text: string) {
    this.#written = text
    this.#folded = foldPassages(text)
  }

  /**
   * Names a range of the text, widened to whole words, so that the name leads back to this range. Uses as many of its
   * first and last words, and as much context around it, as needed. `undefined` if the range has no words. If nothing
   * distinguishes it from an earlier passage, the name leads to that one.
   */
  name(stretch: Stretch): TextDirective | undefined {
    const passage = this.#toPassage(stretch)
    if (passage === undefined) return undefined
    const names = this.#listNames(passage)
    const own = names.find((name) => isSame(this.#find(name), passage))
    return own ?? names.findLast((name) => this.#find(name) !== undefined)
  }

  /** Finds the first range of the text that a name matches, on word boundaries; `undefined` if there is none. */
  find(directive: TextDirective): Stretch | undefined {
    const found = this.#find(directive)
    if (found === undefined) return undefined
    const { places } = this.#folded
    return { start: places[found.start] ?? 0, end: (places[found.end - 1] ?? 0) + 1 }
  }

  /** Maps a range to folded words, without white space at its ends. */
  #toPassage({ start, end }: Stretch): Stretch | undefined {
    const { text, places } = this.#folded
    let first = places.findIndex((place) => place >= start)
    let last = places.findLastIndex((place) => place < end)
    if (first === -1) return undefined
    last = Math.min(last, text.length - 1)
    while (isSpace(text[first])) first++
    while (isSpace(text[last])) last--
    if (first > last) return undefined
    return { start: edgeBefore(text, first), end: edgeBehind(text, last + 1) }
  }

  /** Candidate names of a passage, from short to long. */
  #listNames({ start, end }: Stretch): TextDirective[] {
    const { text } = this.#folded
    const line = text.indexOf('\n', start)
    const isShort = end - start <= mostWhole && (line === -1 || line >= end)
    const bodies = isShort
      ? [{ start: this.#read(start, end) }]
      : endSizes.map((size) => ({
          start: this.#read(start, this.#stepOn(start, { size, most: end })),
          end: this.#read(this.#stepBack(end, { size, least: start }), end),
        }))
    return contextSizes.flatMap((size) => {
      const around = size === 0 ? {} : this.#readAround({ start, end }, size)
      return bodies.map((body): TextDirective => Object.assign({}, around, body))
    })
  }

  /** The context before and after a passage, up to the ends of its lines. */
  #readAround(passage: Stretch, size: number): Pick<TextDirective, 'prefix' | 'suffix'> {
    const { text } = this.#folded
    const before = isSpace(text[passage.start - 1]) ? passage.start - 1 : passage.start
    const behind = isSpace(text[passage.end]) ? passage.end + 1 : passage.end
    const prefix = this.#read(this.#stepBack(before, { size, least: 0 }), before)
    const suffix = this.#read(behind, this.#stepOn(behind, { size, most: text.length }))
    return { ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) }
  }

  /** A place about `size` units ahead, at the end of a word and on the same line. */
  #stepOn(from: number, { size, most }: { size: number; most: number }): number {
    const line = this.#folded.text.indexOf('\n', from)
    const limit = Math.min(most, line === -1 ? most : line)
    return Math.min(edgeBehind(this.#folded.text, Math.min(from + size, limit)), limit)
  }

  /** A place about `size` units back, at the beginning of a word and on the same line. */
  #stepBack(from: number, { size, least }: { size: number; least: number }): number {
    const line = from === 0 ? -1 : this.#folded.text.lastIndexOf('\n', from - 1)
    const limit = Math.max(least, line + 1)
    return Math.max(edgeBefore(this.#folded.text, Math.max(from - size, limit)), limit)
  }

  /** The original words of a folded range, on one line. */
  #read(start: number, end: number): string {
    if (end <= start) return ''
    const { places } = this.#folded
    const from = places[start] ?? 0
    return this.#written
      .slice(from, (places[end - 1] ?? from) + 1)
      .replace(/\s+/gu, ' ')
      .trim()
  }

  #find({ prefix, start, end, suffix }: TextDirective): Stretch | undefined {
    const { text } = this.#folded
    const words = { start: fold(start), end: end === undefined ? undefined : fold(end) }
    const around = { prefix: fold(prefix ?? ''), suffix: fold(suffix ?? '') }
    let tries = 0
    for (let at = text.indexOf(words.start); at !== -1; at = text.indexOf(words.start, at + 1)) {
      if (tries++ > mostTries) return undefined
      if (!isWordEdge(text, at) || !this.#follows(at, around.prefix)) continue
      let to = at + words.start.length
      while (tries++ <= mostTries) {
        if (words.end !== undefined) {
          const last = text.indexOf(words.end, to)
          // If it does not follow this start, it follows no later one either.
          if (last === -1) return undefined
          to = last + words.end.length
        }
        if (isWordEdge(text, to) && this.#precedes(to, around.suffix)) return { start: at, end: to }
        if (words.end === undefined) break
      }
    }
    return undefined
  }

  #follows(at: number, prefix: string): boolean {
    if (prefix === '') return true
    const { text } = this.#folded
    const before = isSpace(text[at - 1]) ? at - 1 : at
    return text.endsWith(prefix, before) && isWordEdge(text, before - prefix.length)
  }

  #precedes(at: number, suffix: string): boolean {
    if (suffix === '') return true
    const { text } = this.#folded
    const behind = isSpace(text[at]) ? at + 1 : at
    return text.startsWith(suffix, behind) && isWordEdge(text, behind + suffix.length)
  }
}

function fold(words: string): string {
  return foldPassages(words).text
}

function isSame(found: Stretch | undefined, passage: Stretch): boolean {
  return found?.start === passage.start && found.end === passage.end
}

function isSpace(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\n'
}
