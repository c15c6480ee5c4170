import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { RouterProvider } from 'react-router-dom'
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
import {
  showArticleWords,
  showSearchWords,
  startLanguage,
  toInterfaceLanguage,
} from '#reader/language/language.ts'
import { SpokenLanguage } from '#reader/language/spoken-language.tsx'
import { reloadOnStaleChunk } from './stale-chunk.ts'
import { buildRouter, whenReady } from './router.tsx'
import { takeOver } from './mount-reader.tsx'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  applySettings(settingsStore)
  // Reading and running all of this file was one long task; what follows is another.
  await workBudget.rest()
  const queryClient = buildQueryClient()
  const language = startLanguage(
    toInterfaceLanguage(settingsStore.read().language, navigator.languages),
  )
  const router = buildRouter(queryClient, {
    showArticleWords: () => language.then(showArticleWords),
    showSearchWords: () => language.then(showSearchWords),
  })
  reloadOnStaleChunk(router, queryClient)
  // What the page holds already stays on the screen until everything that replaces it is there.
  await Promise.all([language, whenReady(router)])
  // What can be read is worth more than the news that its data cannot be had; its links lead on without the reader.
  if (router.state.errors !== null && root.querySelector('.article, .browse') !== null) return
  takeOver(
    root,
    <StrictMode>
      <SpokenLanguage />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
