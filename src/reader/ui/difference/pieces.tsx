import { useState } from 'react'
import type { Words } from '#article/words.ts'
import type { Piece } from './compare-words.ts'
import styles from './pieces.module.css'

interface PiecesProps {
  pieces: readonly Piece[]
  words: Words
}

/**
 * A paragraph with its additions and removals. Underline, strike-through and words for screen readers mark them, not
 * colour alone.
 */
export function Pieces({ pieces, words }: PiecesProps) {
  return pieces.map((piece, at) => (
    // The pieces of a paragraph never change order.
    // oxlint-disable-next-line react/no-array-index-key
    <OnePiece key={at} piece={piece} words={words} />
  ))
}

function OnePiece({ piece: { kind, text }, words }: { piece: Piece; words: Words }) {
  if (kind === 'same') return <SameText text={text} words={words} />
  const Mark = kind === 'removed' ? 'del' : 'ins'
  return (
    <Mark className={styles[kind]}>
      <span className="visually-hidden">{words(`article.difference.${kind}`)}</span>
      {text}
    </Mark>
  )
}

// Characters shown beside a change as context; the rest of a long paragraph can be unfolded.
const shownCharacters = 160

function SameText({ text, words }: { text: string; words: Words }) {
  const [isWhole, setIsWhole] = useState(false)
  const left = text.length - 2 * shownCharacters
  if (isWhole || left < shownCharacters) return text
  return (
    <>
      {text.slice(0, shownCharacters)}
      <button type="button" className={styles.cut} onClick={() => setIsWhole(true)}>
        {words('article.difference.cut', { number: left })}
      </button>
      {text.slice(-shownCharacters)}
    </>
  )
}
