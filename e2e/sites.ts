import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// The first process to load this file derives the port, so that two checkouts can be tested at once; its children
// inherit it.
process.env['BROADSHEET_TEST_PORT'] ??= String(10_240 + (process.pid % 3_600) * 6)

/** First of the consecutive ports that the sites are served on. */
const firstPort = Number(process.env['BROADSHEET_TEST_PORT'])

function toAddress(turn: number, path = '/'): string {
  return `http://127.0.0.1:${firstPort + turn}${path}`
}

/** Addresses of the built sites under test. The last one to start is `ready`. */
export const sites = {
  corpus: toAddress(0),
  corpusInSubfolder: toAddress(1, '/sub/folder/'),
  examplesInSubfolder: toAddress(2, '/sub/folder/'),
  examples: toAddress(3),
  tall: toAddress(4),
  linked: toAddress(5, '/sub/'),
  ready: toAddress(3),
} as const

/** Folder of real posts beside the checkout. Tests that need it are skipped when it is absent. */
export const corpusFolder = fileURLToPath(new URL('../../shared/corpus', import.meta.url))

export const hasCorpus = existsSync(corpusFolder)
