import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { createRoot } from 'react-dom/client'
import { toNumberText } from '#article/number-text.ts'
import { deskNews, undoNews, type DeskNews } from '#reader/data/desk/desk-news.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { DeskDialogs } from './desk-dialogs.tsx'
import styles from './desk.module.css'

/** How long something can be undone while nobody points at the notice. */
const shownMs = 20_000

/** Puts the notices and dialogs of the desk behind the reader, above the bar of a phone: what is on the page stays where it is. */
export function mountDeskNotice(): void {
  const box = document.createElement('div')
  // Never the last of a file that is opened from disk: its last part counts as whole once something follows it.
  document.getElementById('root')?.after(box)
  createRoot(box).render(
    <>
      <DeskNotice />
      <DeskDialogs />
    </>,
  )
}

/** Says what became of the desk, with a way back where something was taken away. */
export function DeskNotice() {
  const { t } = useTranslation()
  const news = useSyncExternalStore(deskNews.subscribe, deskNews.read)
  const box = useRef<HTMLSpanElement>(null)
  const focusBefore = useFocusBefore(box)
  useEffect(() => {
    if (news === undefined || !('undo' in news)) return undefined
    const timer = setInterval(() => {
      const isHeld = box.current?.matches(':hover, :focus-within') === true
      if (!isHeld) deskNews.write(undefined)
    }, shownMs)
    return () => clearInterval(timer)
  }, [news])
  const button = (label: string, act: () => void) => (
    <button
      type="button"
      className="button"
      onClick={() => {
        focusBefore()
        act()
      }}
    >
      {label}
    </button>
  )
  return (
    <output>
      {news === undefined ? null : (
        <span ref={box} className={styles.notice}>
          <Said news={news} />
          {'undo' in news && button(t('desk.undo'), () => void undoNews(news))}
          {'retry' in news &&
            button(t(news.kind === 'file-ask' ? 'desk.allow' : 'retry'), () => {
              deskNews.write(undefined)
              void news.retry()
            })}
          {button(t('close'), () => deskNews.write(undefined))}
        </span>
      )}
    </output>
  )
}

/**
 * Gives the focus back before the notice goes with what has it: to where it came from, or, where that is gone with a row, to the list
 * or the page.
 */
function useFocusBefore(box: RefObject<HTMLElement | null>): () => void {
  const before = useRef<Element>(null)
  useEffect(() => {
    const remember = ({ relatedTarget: from, target }: FocusEvent) => {
      const isOutside = from instanceof Element && box.current?.contains(from) === false
      if (isOutside && target instanceof Node && box.current?.contains(target) === true)
        before.current = from
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [box])
  return () => {
    if (box.current?.contains(document.activeElement) !== true) return
    const known = before.current?.isConnected === true ? before.current : undefined
    const next = known ?? document.querySelector('#list') ?? document.querySelector('main')
    if (next instanceof HTMLElement) next.focus({ preventScroll: true })
  }
}

function Said({ news }: { news: DeskNews }) {
  const { t } = useTranslation()
  if (!('undo' in news)) return t(`desk.trouble.${news.kind}`)
  const { kind, posts, skipped = 0, name = '' } = news
  const words = { count: posts, number: toNumberText(posts), name }
  if (skipped === 0) return t(`desk.${kind}`, words)
  const left = kind === 'listed' ? 'desk.listFull' : 'desk.skipped'
  return `${t(`desk.${kind}`, words)} ${t(left, { number: toNumberText(skipped) })}`
}
