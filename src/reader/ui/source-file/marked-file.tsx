import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { MarkedPiece } from './mark-source.ts'
import styles from './marked-file.module.css'

/** Characters that are shown at first, and with each press. */
const stepCharacters = 200_000

/** A file as text with marks, the beginning of a large one. Text alone: nothing of the file becomes an element. */
export function MarkedFile({ pieces }: { pieces: readonly MarkedPiece[] }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(stepCharacters)
  const total = pieces.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <>
      <pre className={styles.file} dir="auto" translate="no">
        {cut(pieces, shown).map((piece, at) => (
          // The pieces of a file never change order.
          // oxlint-disable-next-line react/no-array-index-key
          <OnePiece key={at} {...piece} />
        ))}
      </pre>
      {shown < total && (
        <p>
          <button
            type="button"
            className="article-button"
            onClick={() => setShown(shown + stepCharacters)}
          >
            {t('source.rest', { shown: toNumberText(shown), total: toNumberText(total) })}
          </button>
        </p>
      )}
    </>
  )
}

function OnePiece({ kind, text }: MarkedPiece) {
  if (kind === 'kept') return text
  return kind === 'left' ? (
    <del className={styles.left}>{text}</del>
  ) : (
    <span className={styles.quiet}>{text}</span>
  )
}

function cut(pieces: readonly MarkedPiece[], most: number): MarkedPiece[] {
  const shown: MarkedPiece[] = []
  let left = most
  for (const piece of pieces) {
    if (left <= 0) break
    shown.push(piece.text.length > left ? { ...piece, text: piece.text.slice(0, left) } : piece)
    left -= piece.text.length
  }
  return shown
}
