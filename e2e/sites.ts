import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the built sites that the journeys walk are served. The last one started is `ready`. */
export const sites = {
  corpus: 'http://127.0.0.1:47811/',
  corpusInSubfolder: 'http://127.0.0.1:47812/sub/folder/',
  examplesInSubfolder: 'http://127.0.0.1:47813/sub/folder/',
  examples: 'http://127.0.0.1:47814/',
  tall: 'http://127.0.0.1:47815/',
  ready: 'http://127.0.0.1:47814/',
} as const

/** Folder of real posts beside the checkout; tests that need it are skipped where it is absent. */
export const corpusFolder = fileURLToPath(new URL('../../shared/corpus', import.meta.url))

export const hasCorpus = existsSync(corpusFolder)
