import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { RouterProvider } from '#reader/router/router-provider.tsx'
import { DataError } from '#reader/data/files/data-error.ts'
import { buildQueryClient } from '#reader/data/files/query-client.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import '../styles/layers.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '#article/styles/article.css'
import '#article/styles/article-text.css'
import '#article/styles/article-media.css'
import '#article/styles/lists.css'
import { applySettings } from './apply-settings.ts'
import { canRunReader } from './early/early-engine.ts'
import { leaveAtOnce } from './leave-at-once.ts'
import { watchEscape } from './watch-escape.ts'
import { untilReaderSign } from '#reader/ui/reader-sign.ts'
import {
  showArticleWords,
  showRareWords,
  showSearchWords,
  startLanguage,
  toInterfaceLanguage,
} from '#reader/language/language.ts'
import { SpokenLanguage } from '#reader/language/spoken-language.tsx'
import { isOneFile } from '#reader/links/place.ts'
import { reloadOnStaleChunk } from './stale-chunk.ts'
import { keepDoors } from '#reader/features/timeline/door/static-door.ts'
import { buildRouter } from './router.tsx'
import { mountReader } from './mount-reader.tsx'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  if (!canRunReader()) return
  applySettings(settingsStore)
  watchEscape(leaveAtOnce)
  keepDoors(root)
  // Parsing and running this file is already one long task; yield, so that the rest becomes another.
  await workBudget.rest()
  const queryClient = buildQueryClient()
  const language = startLanguage(
    toInterfaceLanguage(settingsStore.read().language, navigator.languages),
  )
  const words = {
    showArticleWords: () => language.then(showArticleWords),
    showSearchWords: () => language.then(showSearchWords),
    showRareWords: () => language.then(showRareWords),
  }
  const router = buildRouter(queryClient, words)
  reloadOnStaleChunk(router, queryClient)
  // The prerendered page stays visible until everything that replaces it is loaded.
  // A file has all its words at hand, and what it lacks is said in those.
  const own = isOneFile ? words.showRareWords() : undefined
  await Promise.all([language, own, router.start()])
  if (router.state.failure !== undefined && isWorthMore(root, router.state.failure)) return
  mountReader(
    root,
    <StrictMode>
      <SpokenLanguage />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
  // Where there is a desk, rows show at once what it knows of them.
  void Promise.resolve('desk' in document.documentElement.dataset || untilReaderSign())
    .then(() => import('./load-ahead.ts'))
    .then(({ loadAhead }) => loadAhead(queryClient, words))
    .catch(() => undefined)
}

/**
 * Whether the page is worth more than a message about this error: when it can be read, and its links work without the
 * reader. The newest rows make way for a message about a missing file, which offers to fetch it again.
 */
function isWorthMore(root: HTMLElement, { error }: { error: unknown }): boolean {
  if (root.querySelector('.article, .browse') !== null) return true
  const isShown = document.documentElement.dataset['rows'] !== 'others'
  return isShown && !(error instanceof DataError) && root.querySelector('.newest') !== null
}

void start()
