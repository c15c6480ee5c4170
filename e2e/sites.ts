import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Of the process that loads this first, so that two checkouts can be tested at once; those that it starts are given the same.
process.env['BROADSHEET_TEST_PORT'] ??= String(10_240 + (process.pid % 4_400) * 5)

/** First of the ports that the sites are served on, one after the other. */
const firstPort = Number(process.env['BROADSHEET_TEST_PORT'])

function toAddress(turn: number, path = '/'): string {
  return `http://127.0.0.1:${firstPort + turn}${path}`
}

/** Where the built sites that the journeys walk are served. The last one started is `ready`. */
export const sites = {
  corpus: toAddress(0),
  corpusInSubfolder: toAddress(1, '/sub/folder/'),
  examplesInSubfolder: toAddress(2, '/sub/folder/'),
  examples: toAddress(3),
  tall: toAddress(4),
  ready: toAddress(3),
} as const

/** Folder of real posts beside the checkout; tests that need it are skipped where it is absent. */
export const corpusFolder = fileURLToPath(new URL('../../shared/corpus', import.meta.url))

export const hasCorpus = existsSync(corpusFolder)
