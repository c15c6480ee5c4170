import { foldPassages, type FoldedText } from './folded-text.ts'
import { findPassagePlace, toPassagePlace, type PassagePlace } from './passage-place.ts'
import type { PassageName, TextDirective } from './text-directive.ts'
import { edgeBefore, edgeBehind, isWordEdge } from './word-edges.ts'

/** A range of a text in UTF-16 units: `start` up to but not including `end`. */
export interface Stretch {
  start: number
  end: number
}

/** Up to this width a passage is named by all of its words, beyond it by its first and last ones. */
const mostWhole = 32

/**
 * How wide the first and last words are that are tried, and the context around the passage. Small sizes come first
 * because they make short links. A Chinese character is as wide as two letters: it says as much, and takes three times
 * their room in a link.
 */
const endSizes = [12, 24, 60, 150]
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
   * distinguishes it from an earlier passage, its words lead to that one; its place never does.
   */
  name(stretch: Stretch): PassageName | undefined {
    const passage = this.#toPassage(stretch)
    if (passage === undefined) return undefined
    const names = this.#listNames(passage)
    const own = names.find((name) => isSame(this.#find(name), passage))
    const words = own ?? names.findLast((name) => this.#find(name) !== undefined)
    const place = toPassagePlace(this.#folded.text, passage.start, passage.end)
    return words && { words, place }
  }

  /** Finds the range at a place; `undefined` if it is not in the text, or not any more. */
  findPlace(place: PassagePlace): Stretch | undefined {
    const start = findPassagePlace(this.#folded.text, place)
    return start === undefined ? undefined : this.#toWritten({ start, end: start + place.length })
  }

  /** Finds the first range of the text that a name matches, on word boundaries; `undefined` if there is none. */
  find(directive: TextDirective): Stretch | undefined {
    const found = this.#find(directive)
    return found && this.#toWritten(found)
  }

  #toWritten({ start, end }: Stretch): Stretch {
    const { places } = this.#folded
    return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }
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
  #listNames(passage: Stretch): TextDirective[] {
    const bodies = this.#listBodies(passage)
    return contextSizes.flatMap((size) => {
      const around = size === 0 ? {} : this.#readAround(passage, size)
      return bodies.map((body): TextDirective => Object.assign({}, around, body))
    })
  }

  #listBodies({ start, end }: Stretch): TextDirective[] {
    const whole = { start: this.#read(start, end) }
    const line = this.#folded.text.indexOf('\n', start)
    const isOneLine = line === -1 || line >= end
    if (isOneLine && this.#goOn(start, mostWhole) >= end) return [whole]
    return endSizes.flatMap((size) => {
      const first = this.#stepOn(start, { size, most: end })
      const last = this.#stepBack(end, { size, least: start })
      // What would overlap is one line: names of two lines end with theirs.
      if (first > last) return isOneLine ? [whole] : []
      return [{ start: this.#read(start, first), end: this.#read(last, end) }]
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

  /** A place about `size` in width ahead, at the end of a word and on the same line. */
  #stepOn(from: number, { size, most }: { size: number; most: number }): number {
    const line = this.#folded.text.indexOf('\n', from)
    const limit = Math.min(most, line === -1 ? most : line)
    return Math.min(edgeBehind(this.#folded.text, Math.min(this.#goOn(from, size), limit)), limit)
  }

  /** A place about `size` in width back, at the beginning of a word and on the same line. */
  #stepBack(from: number, { size, least }: { size: number; least: number }): number {
    const line = from === 0 ? -1 : this.#folded.text.lastIndexOf('\n', from - 1)
    const limit = Math.max(least, line + 1)
    return Math.max(edgeBefore(this.#folded.text, Math.max(this.#goBack(from, size), limit)), limit)
  }

  /** The place up to which the text ahead has a width. */
  #goOn(from: number, width: number): number {
    const { text } = this.#folded
    let at = from
    for (let left = width; left > 0 && at < text.length; at++) left -= isWide(text, at) ? 2 : 1
    return at
  }

  /** The place from which the text before has a width. */
  #goBack(from: number, width: number): number {
    const { text } = this.#folded
    let at = from
    for (let left = width; left > 0 && at > 0; at--) left -= isWide(text, at - 1) ? 2 : 1
    return at
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

/** Whether a character is as wide as two letters: East Asian ones are. */
function isWide(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x2e80
}

function isSpace(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\n'
}
