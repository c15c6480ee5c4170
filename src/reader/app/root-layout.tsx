import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import {
  matchPath,
  NavigationType,
  useLocation,
  useNavigationType,
  type Location,
} from 'react-router-dom'
import { useScrollRestoration } from '#reader/router/scroll-restoration.ts'
import { useNextLocation } from '#reader/router/use-router.ts'
import { Outlet } from '#reader/router/router-provider.tsx'
import { homePath, postPattern } from '#reader/links/paths.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { settingValues } from '#reader/storage/settings.ts'
import { UpdateNotice } from '#reader/features/update/update-notice.tsx'
import { makeOpenState, type OpenState } from '#reader/ui/open-state.ts'
import { useKeys } from '#reader/ui/use-keys.ts'
import { changeSettings, useSetting } from '#reader/ui/use-settings.ts'
import { chineseScriptChoice } from '#reader/chinese-script/shown-chinese-script.ts'
import { showLanguage, toInterfaceLanguage } from '#reader/language/language.ts'
import { KeptNote } from './kept-parts.tsx'
import { Masthead, type PageDialog } from './masthead.tsx'
import { KeyboardDialog, SettingsDialog } from './page-dialogs.ts'
import { SkipLinks } from './skip-links.tsx'
import { focusSearch } from '#reader/features/search-field/search-box.tsx'
import styles from './root-layout.module.css'

/** State that the layout shares with the page inside it. */
export interface PageContext {
  /** Whether the filter sheet of a narrow screen is open; its button is in the masthead. */
  filterSheet: OpenState
}

/** The layout of every page: masthead, notices, dialogs, and the page itself. */
export function RootLayout() {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const [dialog, setDialog] = useState<PageDialog>()
  // One object for ever: another one would have React look through every row for those that read it.
  const [context] = useState((): PageContext => ({ filterSheet: makeOpenState() }))
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
      {/* Comes first: a list scrolls to its exact position after the router has scrolled to the approximate one. */}
      <ScrollPosition />
      <SkipLinks />
      <Masthead
        title={manifest.title}
        open={dialog}
        onOpen={setDialog}
        onFilter={() => {
          context.filterSheet.write(true)
        }}
      />
      <LoadingNote />
      <UpdateNotice buildId={manifest.buildId} />
      <KeptNote mirrors={manifest.mirrors} />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Outlet context={context} />
      </main>
      {dialog === 'settings' ? <SettingsDialog onClose={close} /> : null}
      {dialog === 'keyboard' ? <KeyboardDialog onClose={close} /> : null}
    </>
  )
}

// A component, so that its effect runs before those of the pages.
function ScrollPosition() {
  useScrollRestoration(isAtPixels)
  return null
}

/**
 * An article brings its reader back to the line itself, while its pictures arrive, and a list to its row; a position in
 * pixels would interfere.
 */
function isAtPixels({ pathname }: Location): boolean {
  return [homePath, postPattern].every((path) => matchPath(path, pathname) === null)
}

// A separate component, so that a navigation renders nothing else again.
function LoadingNote() {
  const { t } = useTranslation()
  const isLoading = useNextLocation() !== undefined
  return isLoading ? <p className={styles.loading}>{t('loading')}</p> : null
}

function cycleTheme(): void {
  const { theme } = settingsStore.read()
  const at = settingValues.theme.indexOf(theme)
  changeSettings({ theme: settingValues.theme[(at + 1) % settingValues.theme.length] ?? 'system' })
}

/** Applies the language setting; when the messages cannot be loaded, the language stays as it is. */
function useLanguageSetting(): void {
  const language = useSetting('language')
  useEffect(() => {
    showLanguage(toInterfaceLanguage(language, navigator.languages)).catch(() => undefined)
  }, [language])
}

/** Applies the Chinese script setting; when the dictionary cannot be loaded, texts stay as written. */
function useChineseScriptSetting(): void {
  const chineseScript = useSetting('chineseScript')
  useEffect(() => {
    chineseScriptChoice.want(chineseScript).catch(() => undefined)
  }, [chineseScript])
}

/**
 * Focuses the start of a new page for keyboards and screen readers. After going back, the page restores focus itself.
 */
function useFocusOnArrival(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation()
  const type = useNavigationType()
  const last = useRef(pathname)
  // Runs before the page's effects, which may focus one of its rows.
  useLayoutEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    if (type !== NavigationType.Pop) main.current?.focus({ preventScroll: true })
  }, [pathname, type, main])
}
