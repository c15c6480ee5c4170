import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { Words } from '#article/words.ts'
import type { TextDifference } from './compare-versions.ts'
import styles from './pieces.module.css'
import { Pieces } from './pieces.tsx'

interface PassagesProps {
  difference: TextDifference
  words: Words
}

/** All passages of two versions in order. Unchanged paragraphs are folded, except for those next to a change. */
export function Passages({ difference: { passages }, words }: PassagesProps) {
  return passages.map((passage, at) => {
    // The passages of a difference never change order.
    const key = String(at)
    if (passage.kind === 'changed') {
      return (
        <p key={key} className={styles.changed}>
          <Pieces pieces={passage.pieces} words={words} />
        </p>
      )
    }
    const { paragraphs } = passage
    const first = at === 0 ? 0 : 1
    const last = at === passages.length - 1 ? 0 : 1
    if (paragraphs.length < first + last + fewestFolded) {
      return <Paragraphs key={key} paragraphs={paragraphs} words={words} />
    }
    const folded = paragraphs.slice(first, paragraphs.length - last)
    return (
      <div key={key}>
        <Paragraphs paragraphs={paragraphs.slice(0, first)} words={words} />
        <Folded paragraphs={folded} words={words} />
        <Paragraphs paragraphs={last === 0 ? [] : paragraphs.slice(-last)} words={words} />
      </div>
    )
  })
}

const fewestFolded = 2

interface ParagraphsProps {
  paragraphs: readonly string[]
  words: Words
}

function Paragraphs({ paragraphs, words }: ParagraphsProps) {
  return paragraphs.map((text, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <p key={at} className={styles.same}>
      <Pieces pieces={[{ kind: 'same', text }]} words={words} />
    </p>
  ))
}

/** Renders its paragraphs only once unfolded: an article may have thousands. */
function Folded({ paragraphs, words }: ParagraphsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const count = paragraphs.length
  const number = toNumberText(count)
  return (
    <details className={styles.folded} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words('article.difference.same', { count, number })}</summary>
      {isOpen && <Paragraphs paragraphs={paragraphs} words={words} />}
    </details>
  )
}
