import { useLocation } from 'react-router-dom'
import { useTranslation } from '#reader/language/use-translation.ts'
import { homePath } from '#reader/links/paths.ts'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import styles from './root-layout.module.css'

/** Links that a keyboard meets first: past the masthead to the content; in the timeline to its list and to its filter. */
export function SkipLinks() {
  const { t } = useTranslation()
  const isTimeline = useLocation().pathname === homePath
  const hasRail = useMediaQuery(wideQuery)
  if (!isTimeline) return <SkipLink to="main" words={t('skipToContent')} />
  return (
    <>
      <SkipLink to="list" words={t('skipToList')} />
      {/* A narrow screen has no rail; its filter opens from the bar. */}
      {hasRail ? <SkipLink to="filter" words={t('skipToFilter')} /> : null}
    </>
  )
}

interface SkipLinkProps {
  /** Id of the element to go to. */
  to: string
  words: string
}

function SkipLink({ to, words }: SkipLinkProps) {
  return (
    <a
      className={styles.skip}
      href={`#${to}`}
      onClick={(event) => {
        // The address and the history stay as they are: this is a move within the page.
        event.preventDefault()
        goTo(document.getElementById(to) ?? document.getElementById('main'))
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
