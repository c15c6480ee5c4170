import { useLocation } from 'react-router-dom'
import { useTranslation } from '#reader/language/use-translation.ts'
import { homePath } from '#reader/links/paths.ts'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import styles from './root-layout.module.css'

/** Links that a keyboard meets first: past the masthead to the content; in the timeline to its list and to its filter. */
export function SkipLinks({ onFilter }: { onFilter: () => void }) {
  const { t } = useTranslation()
  const isTimeline = useLocation().pathname === homePath
  const hasRail = useMediaQuery(wideQuery)
  if (!isTimeline) return <SkipLink to="main" words={t('skipToContent')} />
  return (
    <>
      <SkipLink to="list" words={t('skipToList')} />
      <SkipLink to="filter" words={t('skipToFilter')} onFollow={hasRail ? undefined : onFilter} />
    </>
  )
}

interface SkipLinkProps {
  /** Id of the element to go to. */
  to: string
  words: string
  /** Replaces going to the element. */
  onFollow?: (() => void) | undefined
}

function SkipLink({ to, words, onFollow }: SkipLinkProps) {
  return (
    <a
      className={styles.skip}
      href={`#${to}`}
      onClick={(event) => {
        // The address and the history stay as they are: this is a move within the page.
        event.preventDefault()
        if (onFollow === undefined)
          goTo(document.getElementById(to) ?? document.getElementById('main'))
        else onFollow()
      }}
    >
      {words}
    </a>
  )
}

function goTo(target: HTMLElement | null): void {
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}
