import { useSuspenseQuery } from '@tanstack/react-query'
import {
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import {
  NavigationType,
  Outlet,
  ScrollRestoration,
  useLocation,
  useNavigation,
  useNavigationType,
} from 'react-router-dom'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { settingValues } from '#reader/storage/settings.ts'
import { UpdateNotice } from '#reader/features/update/update-notice.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import { changeSettings, useSettings } from '#reader/ui/use-settings.ts'
import { chineseScriptChoice } from '#reader/chinese-script/shown-chinese-script.ts'
import { showLanguage, toInterfaceLanguage } from '#reader/language/language.ts'
import { Masthead } from './masthead.tsx'
import { focusSearch } from '#reader/features/search-field/search-box.tsx'
import styles from './root-layout.module.css'

const SettingsDialog = lazy(async () => ({
  default: (await import('#reader/features/settings/settings-dialog.tsx')).SettingsDialog,
}))
const KeyboardDialog = lazy(async () => ({
  default: (await import('./keyboard-dialog.tsx')).KeyboardDialog,
}))

/** What the frame shares with the page inside it. */
export interface PageContext {
  /** Whether the filter sheet of a narrow screen is open; its button stands in the frame's bar. */
  isFilterOpen: boolean
  setFilterOpen: (isOpen: boolean) => void
}

/** The frame of every page: masthead, notices, dialogs, the page itself. */
export function RootLayout() {
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const [dialog, setDialog] = useState<'settings' | 'keyboard'>()
  const [isFilterOpen, setFilterOpen] = useState(false)
  // The same object as long as it says the same: the page inside is drawn again when it changes.
  const context = useMemo((): PageContext => ({ isFilterOpen, setFilterOpen }), [isFilterOpen])
  const main = useRef<HTMLElement>(null)
  useFocusOnArrival(main)
  useLanguageSetting()
  useChineseScriptSetting()
  useKeys({
    t: cycleTheme,
    '/': focusSearch,
    ',': () => {
      setDialog('settings')
    },
    '?': () => {
      setDialog('keyboard')
    },
  })
  const close = () => {
    setDialog(undefined)
  }
  return (
    <>
      {/* First of all: a list that goes to its own place does so after the router went to its rough one. */}
      <ScrollRestoration />
      <a className={styles.skip} href="#main">
        {t('skipToContent')}
      </a>
      <Masthead
        title={manifest.title}
        onSettings={() => {
          setDialog('settings')
        }}
        onFilter={() => {
          setFilterOpen(true)
        }}
      />
      <LoadingNote />
      <UpdateNotice buildId={manifest.buildId} />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet context={context} />
      </main>
      <Suspense fallback={null}>
        {dialog === 'settings' ? <SettingsDialog onClose={close} /> : null}
        {dialog === 'keyboard' ? <KeyboardDialog onClose={close} /> : null}
      </Suspense>
    </>
  )
}

// A component of its own, so that a navigation renders nothing else again.
function LoadingNote() {
  const { t } = useTranslation()
  const isLoading = useNavigation().state !== 'idle'
  return isLoading ? <p className={styles.loading}>{t('loading')}</p> : null
}

function cycleTheme(): void {
  const { theme } = settingsStore.read()
  const at = settingValues.theme.indexOf(theme)
  changeSettings({ theme: settingValues.theme[(at + 1) % settingValues.theme.length] ?? 'system' })
}

/** Follows the language setting; messages that could not be had leave the words as they are. */
function useLanguageSetting(): void {
  const { language } = useSettings()
  useEffect(() => {
    showLanguage(toInterfaceLanguage(language, navigator.languages)).catch(() => undefined)
  }, [language])
}

/** Follows the setting of the Chinese script; without its dictionary texts stay as written. */
function useChineseScriptSetting(): void {
  const { chineseScript } = useSettings()
  useEffect(() => {
    chineseScriptChoice.want(chineseScript).catch(() => undefined)
  }, [chineseScript])
}

/** A new page begins at its start for keyboards and screen readers; going back restores focus in the page itself. */
function useFocusOnArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const type = useNavigationType()
  const last = useRef(pathname)
  // Before the effects of the page, which may give the focus to a row of its own.
  useLayoutEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    if (type !== NavigationType.Pop) main.current?.focus({ preventScroll: true })
  }, [pathname, type, main])
}
