import { useEffect, useState } from 'react'
import { siteBase } from '#reader/links/paths.ts'
import { hasDesk } from '#reader/storage/desk/desk-sign.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { readSelection } from '../cite/selected-passage.ts'
import type { ArticleNotesProps } from './article-notes.tsx'

const ArticleNotes = lazyPart(
  async () => (await import('./article-notes.tsx')).ArticleNotes,
  FailureNotice,
)

/** Highlights and notes. Their code is loaded where this device has a desk, or once something of the text is selected. */
export function LateNotes(props: ArticleNotesProps) {
  const { box } = props
  const [isWanted, setWanted] = useState(() => hasDesk(siteBase))
  useEffect(() => {
    if (isWanted) return undefined
    const look = () => {
      const text = box.current?.querySelector('.article-text')
      if (text && readSelection()?.intersectsNode(text)) setWanted(true)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [box, isWanted])
  return isWanted ? <ArticleNotes {...props} /> : null
}
