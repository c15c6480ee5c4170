import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Words } from '#article/words.ts'
import { copyText } from '#reader/ui/clipboard.ts'
import { hasShareSheet, shareLink } from '#reader/ui/share-sheet.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import type { CitedArticle } from './citation.ts'
import { DeskButtons } from './desk-buttons.tsx'
import { CopyMenu } from './copy-menu.tsx'

interface ArticleActionsProps {
  cited: CitedArticle
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  /** Reads the original text of a node of the article. */
  read: ReadNodeText
  words: Words
  /** Saves the article as a book; resolves to the number of kept pictures that are missing in it. */
  onSave: () => Promise<number>
  /** Further tools. */
  children?: ReactNode
}

/** How long "Copied" replaces the button. */
const saidMs = 2000

/** The menu of copyable forms of the article, and a button for the system's share sheet where there is one. */
export function ArticleActions(props: ArticleActionsProps) {
  const { cited, box, read, words, onSave, children } = props
  const [isCopied, setCopied] = useState(false)
  const [blocked, setBlocked] = useState<string>()
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async (text: string) => {
    const isDone = await copyText(text)
    setCopied(isDone)
    setBlocked(isDone ? undefined : text)
  }
  const failed = blocked === undefined ? undefined : words('article.copyFailed')
  return (
    <>
      <span className="article-copy" data-copied={words('article.copied')}>
        <CopyMenu {...{ cited, box, read, words }} onCopy={(text) => void copy(text)} />
        <output>{isCopied && words('article.copied')}</output>
      </span>
      <DeskButtons post={cited.summary} words={words} />
      <SaveBook words={words} onSave={onSave} />
      {children}
      {hasShareSheet() && (
        <button type="button" className="article-button" onClick={() => void shareLink(cited)}>
          {words('article.share')}
        </button>
      )}
      <output className="article-said">{failed}</output>
      {blocked !== undefined && <TextField key={blocked} text={blocked} label={failed} />}
    </>
  )
}

/** A book may need pictures that the page has not loaded; a press that fails can be repeated. */
function SaveBook({ words, onSave }: Pick<ArticleActionsProps, 'words' | 'onSave'>) {
  const [state, setState] = useState<'ready' | 'saving' | 'failed'>('ready')
  const [missing, setMissing] = useState(0)
  const save = async () => {
    setState('saving')
    setMissing(0)
    try {
      setMissing(await onSave())
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button
        type="button"
        className="article-button"
        disabled={state === 'saving'}
        onClick={() => void save()}
      >
        {words('article.book')}
      </button>
      <output className="article-said">
        {state === 'failed' && words('article.bookFailed')}
        {missing > 0 && words('article.bookMissing', { count: missing, number: missing })}
      </output>
    </>
  )
}

/** The text to copy, already selected, for browsers that deny pages the clipboard. */
function TextField({ text, label }: { text: string; label: string | undefined }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [])
  const rows = text.split('\n').length
  return (
    <textarea
      ref={field}
      className="article-link-field"
      readOnly
      rows={rows}
      value={text}
      aria-label={label}
    />
  )
}
