import { useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { chosenPosts, type ChosenById } from '#reader/data/desk/chosen-posts.ts'
import { turnPosts } from '#reader/data/desk/turn-posts.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import { useToolbar } from '#reader/ui/use-toolbar.ts'
import { deskDialog } from './desk-dialog.ts'
import { useRowChoice, type RowChoice } from './use-row-choice.ts'
import styles from './select.module.css'

/** Has rows of a list selected, and shows what can be done with those that are. */
export function SelectBar({ filter }: { filter: TimelineFilter }) {
  const chosen = useSyncExternalStore(chosenPosts.subscribe, chosenPosts.read)
  const choice = useRowChoice(filter, chosen !== undefined)
  // Whoever leaves the lists has done with it.
  useEffect(() => endSelecting, [])
  return chosen === undefined ? null : <OpenBar chosen={chosen} choice={choice} />
}

function endSelecting(): void {
  chosenPosts.write(undefined)
}

function OpenBar({ chosen, choice }: { chosen: ChosenById; choice: RowChoice }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const bar = useToolbar<HTMLDivElement>()
  useRoomBelow(box)
  useKeys({ Escape: endSelecting })
  const count = chosen.size
  return (
    <div ref={box} className={styles.bar}>
      <output>
        {t('desk.select.count', { count, number: toNumberText(count) })}
        {choice.skipped === 0
          ? null
          : ` ${t('desk.select.skipped', { number: toNumberText(choice.skipped) })}`}
      </output>
      <div ref={bar} role="toolbar" aria-label={t('desk.select.name')} className={styles.tools}>
        <button type="button" className={styles.tool} onClick={choice.all}>
          {t('desk.select.all')}
        </button>
        <Tools chosen={chosen} />
        <button type="button" className={styles.tool} onClick={endSelecting}>
          {t('desk.select.end')}
        </button>
      </div>
      {choice.error === undefined ? null : (
        <FailureNotice error={choice.error} onRetry={choice.all} />
      )}
    </div>
  )
}

/** What can be done with the posts that are selected. */
function Tools({ chosen }: { chosen: ChosenById }) {
  const { t } = useTranslation()
  const posts = [...chosen.values()]
  const areSaved = useSyncExternalStore(
    shownDesk.subscribe,
    () => posts.length > 0 && posts.every((post) => shownDesk.has('saved', post) === true),
  )
  const tool = (name: string, act: () => unknown, isPressed?: boolean) => (
    <button
      type="button"
      className={styles.tool}
      title={t(`desk.select.hints.${name}`)}
      aria-pressed={isPressed}
      disabled={posts.length === 0}
      onClick={act}
    >
      {t(`desk.select.${name}`)}
    </button>
  )
  return (
    <>
      {tool('save', () => void turnPosts(posts, 'saved', areSaved ? 'off' : 'on'), areSaved)}
      {tool('lists', () => deskDialog.write({ kind: 'choose', posts }))}
      {tool('read', () => void turnPosts(posts, 'read', 'on'))}
      {tool('unread', () => void turnPosts(posts, 'read', 'off'))}
    </>
  )
}

/** Tells the page how high the bar is: notices stand above it, and no row that has the focus lies behind it. */
function useRoomBelow(box: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const root = document.documentElement
    const bar = box.current
    if (bar === null) return undefined
    const observer = new ResizeObserver(() => {
      root.style.setProperty('--select-height', `${bar.offsetHeight}px`)
    })
    observer.observe(bar)
    root.dataset['selecting'] = ''
    return () => {
      observer.disconnect()
      root.style.removeProperty('--select-height')
      delete root.dataset['selecting']
    }
  }, [box])
}
