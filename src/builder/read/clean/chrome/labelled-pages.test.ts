import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { toBodyText } from '#core/text/body-text.ts'
import { toWholePage } from '#core/html/whole-page.ts'
import { findCorpus } from '#testing/make-archive.ts'
import { discoverPosts } from '../../discover/discover-posts.ts'
import type { FoundFile } from '../../discover/post-file.ts'
import { parsePost } from '../../post/parse-post.ts'
import { cleanArticle } from '../clean-article.ts'

/**
 * Which words of a real page are chrome, labelled by people who read it: prefixes of the SHA-256 of the post's path and
 * of its body, and ranges of words of the whole page. A Chinese character counts as a word. Bylines, sections and dates
 * in boxes of their own are chrome; those inside the text are not, nor are captions, standfirsts and editor's notes.
 */
interface Label {
  pathHash: string
  bodyHash: string
  chrome: [first: number, end: number][]
}

interface Outcome {
  file: string
  host: string
  /** Number of words labelled as article and as chrome. */
  words: number
  chromeWords: number
  /** Number of article words that are missing, and of chrome words that are left. */
  missing: number
  left: number
}

const corpus = findCorpus()
const wordPattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

function readLabels(): Label[] {
  const table = readFileSync(new URL('labelled-pages.tsv', import.meta.url), 'utf8')
  return table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [pathHash = '', bodyHash = '', ranges = ''] = line.split('\t')
      const chrome = ranges.split(' ').filter((range) => range !== '')
      return { pathHash, bodyHash, chrome: chrome.map((range) => toRange(range)) }
    })
}

function toRange(text: string): [number, number] {
  const [first = NaN, end = NaN] = text.split('-').map(Number)
  return [first, end]
}

function toWords(parts: readonly string[]): string[] {
  return toBodyText(parts).match(wordPattern) ?? []
}

/** Number of deletions and insertions in the shortest edit script between two lists of words (Myers). */
function countDifferences(from: string[], to: string[]): { gone: number; come: number } {
  const reach = new Map<number, { at: number; gone: number }>([[1, { at: 0, gone: 0 }]])
  for (let steps = 0; ; steps++) {
    for (let line = -steps; line <= steps; line += 2) {
      const below = reach.get(line - 1) ?? { at: -1, gone: 0 }
      const above = reach.get(line + 1) ?? { at: -1, gone: 0 }
      const isGone = line !== -steps && (line === steps || below.at >= above.at)
      const gone = isGone ? below.gone + 1 : above.gone
      let at = isGone ? below.at + 1 : above.at
      while (at < from.length && at - line < to.length && from[at] === to[at - line]) at++
      if (at >= from.length && at - line >= to.length) {
        return { gone, come: to.length - from.length + gone }
      }
      reach.set(line, { at, gone })
    }
  }
}

async function measure(label: Label, folder: string): Promise<Outcome> {
  const file = (await filesOf(folder)).get(label.pathHash)
  if (file === undefined) throw new Error(`${label.pathHash} is not in the corpus`)
  const { post } = parsePost(readFileSync(file.path), file)
  if (post?.sourceUrl === undefined) throw new Error(`${file.file} is not a post`)
  const { body, bodyForm, sourceUrl, title = '' } = post
  const bodyHash = toHash(body).slice(0, 12)
  if (bodyHash !== label.bodyHash) throw new Error(`${file.file} has a different body`)
  const { parts, page } = cleanArticle({ body, bodyForm, sourceUrl, title })
  const whole = toWords(page === undefined ? parts : toWholePage(parts, page))
  const isChrome = (at: number) => label.chrome.some(([first, end]) => at >= first && at < end)
  const words = whole.filter((_, at) => !isChrome(at))
  const { gone, come } = countDifferences(words, toWords(parts))
  const host = new URL(sourceUrl).hostname.replace(/^www\./, '')
  const chromeWords = whole.length - words.length
  return { file: file.file, host, words: words.length, chromeWords, missing: gone, left: come }
}

const found = new Map<string, Map<string, FoundFile>>()

/** Posts of a folder by the hash of their path. */
async function filesOf(folder: string): Promise<Map<string, FoundFile>> {
  const known = found.get(folder)
  if (known !== undefined) return known
  const { files } = await discoverPosts([folder])
  const byHash = new Map(
    files.map((file) => [
      toHash(file.path.slice(folder.length + 1).normalize('NFC')).slice(0, 16),
      file,
    ]),
  )
  found.set(folder, byHash)
  return byHash
}

function toHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function sum(outcomes: Outcome[], of: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + of(outcome), 0)
}

describe.skipIf(corpus === undefined)(
  'labelled pages (skipped if there is no corpus next to the repository)',
  () => {
    const outcomes: Outcome[] = []

    beforeAll(async () => {
      for (const label of readLabels()) outcomes.push(await measure(label, corpus ?? ''))
      const hosts = [...new Set(outcomes.map(({ host }) => host))]
      const rows = hosts.map((host) => {
        const own = outcomes.filter((outcome) => outcome.host === host)
        const chrome = `${sum(own, ({ left }) => left)} of ${sum(own, (one) => one.chromeWords)}`
        const article = `${sum(own, ({ missing }) => missing)} of ${sum(own, (one) => one.words)}`
        return `${host}: ${own.length} pages, missing ${article} words, chrome left ${chrome}`
      })
      process.stdout.write(`${rows.join('\n')}\n`)
    })

    test('are at least sixty from at least twelve hosts', () => {
      expect(outcomes.length).toBeGreaterThanOrEqual(60)
      expect(new Set(outcomes.map(({ host }) => host)).size).toBeGreaterThanOrEqual(12)
    })

    test('lose no word of the article', () => {
      expect(outcomes.filter(({ missing }) => missing > 0)).toEqual([])
    })

    test('keep at most one chrome word in twenty', () => {
      const left = sum(outcomes, (outcome) => outcome.left)
      expect(left / sum(outcomes, ({ chromeWords }) => chromeWords)).toBeLessThanOrEqual(0.05)
    })
  },
)
