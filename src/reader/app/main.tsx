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
import { mountReader } from './mount-reader.tsx'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  applySettings(settingsStore)
  // Parsing and running this file is already one long task; yield, so that the rest becomes another.
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
  // The prerendered page stays visible until everything that replaces it is loaded.
  await Promise.all([language, whenReady(router)])
  // A readable page is worth more than an error message, and its links work without the reader.
  if (router.state.errors !== null && root.querySelector('.article, .browse') !== null) return
  mountReader(
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
