import { useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import { forgetSearches, recentSearches } from '#reader/storage/recent-searches.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import { SearchSyntax } from './search-syntax.tsx'
import styles from './recent-searches.module.css'

interface RecentSearchesProps {
  field: RefObject<HTMLInputElement | null>
  onPick: (query: string) => void
}

/** Shown below the empty field: recent searches in this browser, and the syntax for more than plain words. */
export function RecentSearches({ field, onPick }: RecentSearchesProps) {
  const { t } = useTranslation()
  const recent = useSyncExternalStore(recentSearches.subscribe, recentSearches.read)
  const forget = (query?: string) => {
    forgetSearches(query)
    // The button disappears, and the focus with it.
    field.current?.focus()
  }
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (panel.current !== null) placePanel(panel.current)
  }, [])
  return (
    // Browsers make what scrolls a stop of Tab, which leaves the field and the panel here.
    <div ref={panel} className={styles.panel} tabIndex={-1}>
      {recent.length === 0 ? null : (
        <>
          <p className={styles.heading}>
            <span id="recent-searches">{t('search.recent')}</span>
            <button
              type="button"
              // Arrow keys reach the buttons, Tab leaves field and panel.
              tabIndex={-1}
              className={styles.plain}
              onClick={() => forget()}
            >
              {t('search.forgetAll')}
            </button>
          </p>
          <ul aria-labelledby="recent-searches">
            {recent.map((query) => (
              <li key={query} className={styles.recent}>
                <button type="button" tabIndex={-1} dir="auto" onClick={() => onPick(query)}>
                  {query}
                </button>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('search.forget', { query })}
                  onClick={() => forget(query)}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <SearchSyntax />
    </div>
  )
}

/** Most of the window's height that may stay free between field and panel. */
const mostGap = 0.4
/** What stays free below the panel, pixels. */
const edge = 8

/**
 * Puts the panel over the rows of a list that begins below the field, so that what stands above them stays in reach; right
 * below the field where it is too tall for that, because keys do not scroll it.
 */
function placePanel(panel: HTMLElement): void {
  const box = panel.offsetParent?.getBoundingClientRect()
  const rows = document.getElementById('list')?.getBoundingClientRect()
  const top = box?.bottom ?? 0
  const height = window.innerHeight - edge
  const isBelow =
    rows !== undefined &&
    rows.top > top &&
    rows.top < window.innerHeight * mostGap &&
    rows.top + panel.scrollHeight <= height
  const start = isBelow ? rows.top : top
  panel.style.setProperty('inset-block-start', `${start - (box?.top ?? 0) + 1}px`)
  panel.style.setProperty('max-block-size', `${height - start}px`)
}
