import { useTranslation } from '#reader/language/use-translation.ts'
import { Link, NavLink, useLocation } from 'react-router-dom'
import { Icon } from '#reader/ui/icon.tsx'
import { aboutPath, homePath } from '#reader/links/paths.ts'
import { focusSearch, SearchBox } from '#reader/features/search-field/search-box.tsx'
import styles from './masthead.module.css'

interface MastheadProps {
  /** Title of the archive. */
  title: string
  onSettings: () => void
  /** Opens the filter sheet; its button shows only in the timeline of a narrow screen. */
  onFilter: () => void
}

/** The archive's name and the main navigation: at the top of a wide screen, at the bottom of a narrow one. */
export function Masthead({ title, onSettings, onFilter }: MastheadProps) {
  const { t } = useTranslation()
  const isTimeline = useLocation().pathname === homePath
  return (
    <header className="masthead">
      <Link to={homePath} className="masthead-title">
        {title}
      </Link>
      <SearchBox />
      <nav className={styles.nav} aria-label={t('navigation')}>
        <NavLink to={homePath} end className={styles.entry ?? ''}>
          <Icon name="timeline" />
          <span>{t('timeline.name')}</span>
        </NavLink>
        {isTimeline ? (
          <button type="button" className={styles.narrowEntry} onClick={onFilter}>
            <Icon name="filter" />
            <span>{t('filter.name')}</span>
          </button>
        ) : null}
        <button type="button" className={styles.narrowEntry} onClick={focusSearch}>
          <Icon name="search" />
          <span>{t('search.name')}</span>
        </button>
        <NavLink to={aboutPath} className={styles.entry ?? ''}>
          <Icon name="about" />
          <span>{t('about.name')}</span>
        </NavLink>
        <button type="button" className={styles.entry} onClick={onSettings}>
          <Icon name="settings" />
          <span>{t('settings.name')}</span>
        </button>
      </nav>
    </header>
  )
}
