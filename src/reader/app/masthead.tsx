import { useTranslation } from '#reader/language/use-translation.ts'
import { useLocation } from 'react-router-dom'
import { Link } from '#reader/router/link.tsx'
import { useNavigate } from '#reader/router/use-router.ts'
import { Icon, type IconName } from '#reader/ui/icon.tsx'
import {
  aboutPath,
  calendarRoute,
  homePath,
  listPath,
  parseListState,
  savedPath,
  timelinePath,
} from '#reader/links/paths.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { focusSearch, SearchBox } from '#reader/features/search-field/search-box.tsx'
import { useChoice } from '#reader/ui/use-choice.ts'
import { useToolbar } from '#reader/ui/use-toolbar.ts'
import styles from './masthead.module.css'

/** The dialogs of every page. */
export type PageDialog = 'settings' | 'keyboard'

interface MastheadProps {
  /** Title of the archive. */
  title: string
  /** The dialog that is open, or whose code is loading. */
  open: PageDialog | undefined
  onOpen: (dialog: PageDialog) => void
  /** Opens the filter sheet of a narrow screen. */
  onFilter: () => void
}

/**
 * The archive's name and the main navigation: at the top of a wide screen, at the bottom of a narrow one, there with the
 * same entries in the same places on every page.
 */
export function Masthead({ title, open, onOpen, onFilter }: MastheadProps) {
  const { t } = useTranslation()
  const openFilter = useFilterEntry(onFilter)
  const bar = useToolbar<HTMLDivElement>()
  // Drawing a dialog takes a phone several frames: the press is answered before.
  const [pressed, press] = useChoice(open, (dialog) => dialog && onOpen(dialog))
  return (
    <header className="masthead">
      {/* "Timeline" leads there too, and is in the order of Tab. */}
      <Link to={homePath} className="masthead-title" tabIndex={-1}>
        {title}
      </Link>
      <SearchBox />
      <nav className={styles.navigation} aria-label={t('navigation')}>
        <div ref={bar} role="toolbar" className={styles.nav} aria-label={t('navigation')}>
          <Entry to={homePath} icon="timeline" name={t('timeline.name')} />
          <button type="button" className={styles.narrowEntry} onClick={openFilter}>
            <Icon name="filter" />
            <span>{t('filter.name')}</span>
          </button>
          <button type="button" className={styles.narrowEntry} onClick={focusSearch}>
            <Icon name="search" />
            <span>{t('search.name')}</span>
          </button>
          <Entry to={savedPath} icon="saved" name={t('saved.all')} />
          <Entry to={aboutPath} icon="about" name={t('about.name')} />
          <button
            type="button"
            className={styles.entry}
            aria-expanded={pressed === 'settings'}
            onClick={() => press('settings')}
          >
            <Icon name="settings" />
            <span>{t('settings.name')}</span>
          </button>
          <button
            type="button"
            className={styles.wideEntry}
            aria-label={t('keyboard.name')}
            aria-keyshortcuts="?"
            aria-expanded={pressed === 'keyboard'}
            title={`${t('keyboard.name')} (?)`}
            onClick={() => press('keyboard')}
          >
            <kbd>?</kbd>
          </button>
        </div>
      </nav>
    </header>
  )
}

/** Leads to a page, and says when it or one behind it is open. */
function Entry({ to, icon, name }: { to: string; icon: IconName; name: string }) {
  const { pathname, search } = useLocation()
  const here = search.includes('saved=') ? savedPath : pathname
  const isHere = here === to || (to !== homePath && pathname.startsWith(`${to}/`))
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined} className={styles.entry}>
      <Icon name={icon} />
      <span>{name}</span>
    </Link>
  )
}

/** Opens the filter of the list at hand: the one on the screen, else the one that the page belongs to. */
function useFilterEntry(onFilter: () => void): () => void {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  return () => {
    if (pathname !== homePath) {
      const isCalendar = pathname === calendarRoute
      const filter = parseTimelineFilter(new URLSearchParams(search))
      void navigate(isCalendar ? timelinePath(filter) : listPath(parseListState(state)))
    }
    onFilter()
  }
}
