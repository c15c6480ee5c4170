import { useEffect, useRef, useState } from 'react'
import type { Words } from '#article/words.ts'

interface ArticleActionsProps {
  /** Address of this page, to give away. */
  url: string
  title: string
  words: Words
}

/** How long the words "Link copied" stand in the button's place. */
const saidMs = 2000

/** Copy the article's link, and the system's share sheet where there is one. */
export function ArticleActions({ url, title, words }: ArticleActionsProps) {
  const [copied, setCopied] = useState<'yes' | 'blocked' | undefined>()
  useEffect(() => {
    if (copied !== 'yes') return undefined
    const timer = setTimeout(() => setCopied(undefined), saidMs)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    setCopied((await copyText(url)) ? 'yes' : 'blocked')
  }
  return (
    <>
      <span className="article-copy" data-copied={words('article.copied')}>
        <button type="button" className="article-button" onClick={() => void copy()}>
          {words('article.copy')}
        </button>
        <output>{copied === 'yes' && words('article.copied')}</output>
      </span>
      {typeof navigator.share === 'function' && (
        <button type="button" className="article-button" onClick={() => void share(url, title)}>
          {words('article.share')}
        </button>
      )}
      <output className="article-said">
        {copied === 'blocked' && words('article.copyFailed')}
      </output>
      {copied === 'blocked' && <LinkField url={url} label={words('article.copyFailed')} />}
    </>
  )
}

/** The link itself, selected, for where the clipboard is closed to pages. */
function LinkField({ url, label }: { url: string; label: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <input ref={field} className="article-link-field" readOnly value={url} aria-label={label} />
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    // Absent outside secure contexts, refused without the reader's permission: both throw.
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

async function share(url: string, title: string): Promise<void> {
  try {
    await navigator.share({ url, title })
  } catch (error) {
    // The reader closed the sheet.
    if (!(error instanceof DOMException)) throw error
  }
}
