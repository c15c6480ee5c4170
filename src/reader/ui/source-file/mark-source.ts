import { resolveEntities } from './entity-text.ts'
import { findKept } from './find-kept.ts'
import { splitSource, type SourcePiece } from './split-source.ts'

/** A piece of the file: text of the article, what only says how it looks, or what was left out of the article. */
export interface MarkedPiece {
  kind: 'kept' | 'quiet' | 'left'
  text: string
}

/** A source file with what was left out of its article. */
export interface MarkedSource {
  /** Joined they are the file; neighbours are of different kinds. */
  pieces: MarkedPiece[]
  /** Words of its text (of Chinese and Japanese, characters), and how many of them were left out. */
  words: number
  wordsLeft: number
  comments: number
  /** Scripts, styles, frames and their like. */
  codes: number
  /** Whether some stretches differ too much to mark single words. */
  isCoarse: boolean
}

// A word in scripts with spaces, a single character in others.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu

/** Marks what a source file has and the text of its article has not, word by word; signs between words do not count. */
export function markSource(file: string, article: string): MarkedSource {
  const pieces = splitSource(file)
  const texts = pieces.map((piece) => (piece.kind === 'text' ? listWords(piece.text) : []))
  const all = texts.flat()
  const { kept, isCoarse } = findKept(
    all.map(({ word }) => word),
    article.match(wordPattern) ?? [],
  )
  const marked: MarkedPiece[] = []
  let at = 0
  for (const [turn, piece] of pieces.entries()) {
    const words = texts[turn] ?? []
    if (piece.kind === 'text') markText(piece.text, words, { marked, kept, at })
    else add(marked, toKind(piece), piece.text)
    at += words.length
  }
  const count = (kind: SourcePiece['kind']) => pieces.filter((piece) => piece.kind === kind).length
  return {
    pieces: marked,
    words: all.length,
    wordsLeft: kept.reduce((sum, one) => sum - one, all.length),
    comments: count('comment'),
    codes: count('code'),
    isCoarse,
  }
}

interface PlacedWord {
  word: string
  start: number
  end: number
}

function listWords(written: string): PlacedWord[] {
  const { text, toPlace } = resolveEntities(written)
  return Array.from(text.matchAll(wordPattern), ({ index, 0: word }) => ({
    word,
    start: toPlace(index),
    end: toPlace(index + word.length),
  }))
}

function markText(
  text: string,
  words: readonly PlacedWord[],
  { marked, kept, at }: { marked: MarkedPiece[]; kept: Uint8Array; at: number },
): void {
  let done = 0
  let isLeft = false
  for (const [turn, { start, end }] of words.entries()) {
    const isNextLeft = kept[at + turn] === 0
    // What stands between two words that were left out was left out as well.
    add(marked, isLeft && isNextLeft ? 'left' : 'kept', text.slice(done, start))
    add(marked, isNextLeft ? 'left' : 'kept', text.slice(start, end))
    done = end
    isLeft = isNextLeft
  }
  add(marked, 'kept', text.slice(done))
}

function toKind({ kind }: SourcePiece): MarkedPiece['kind'] {
  return kind === 'comment' || kind === 'code' ? 'left' : 'quiet'
}

function add(marked: MarkedPiece[], kind: MarkedPiece['kind'], text: string): void {
  if (text === '') return
  const last = marked.at(-1)
  // White space looks the same, whatever it is.
  if (last !== undefined && (last.kind === kind || text.trim() === '')) last.text += text
  else marked.push({ kind, text })
}
