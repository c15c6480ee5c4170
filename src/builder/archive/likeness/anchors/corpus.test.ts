import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { AnchorText } from '#core/anchor/anchor-text.ts'
import { toBareText } from '#core/anchor/bare-text.ts'
import { measureEdits } from '#core/anchor/near-ends.ts'
import { toSourceUrlKey } from '#core/address/source-url.ts'
import { toBodyText } from '#core/text/body-text.ts'
import { parsePostBytes, readPostBytes } from '#builder/read/post/read-post.ts'
import { findCorpus } from '#testing/make-archive.ts'
import type { CachedBody } from '../../post/cached-post.ts'
import { prepareFile } from '../../prepare/prepare-file.ts'

const corpus = findCorpus()
const title = corpus === undefined ? ' (left out: no corpus beside the repository)' : ''

function listFiles(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      path: join(folder, name),
      collection: name.split('/')[0] ?? '',
      file: name.normalize('NFC'),
      fileName: basename(name).normalize('NFC'),
      timeZone: undefined,
    }))
}

async function readText(file: ReturnType<typeof listFiles>[number]): Promise<string> {
  const { post } = await prepareFile(file)
  if (post === undefined) return ''
  const { parts } = JSON.parse(Buffer.from(post.bodyJson).toString()) as CachedBody
  return toBodyText(parts)
}

/** Texts of files that share an address, each with each other one. */
async function readPairs(folder: string): Promise<[string, string][]> {
  const groups = new Map<string, ReturnType<typeof listFiles>>()
  for (const file of listFiles(folder)) {
    const { post } = parsePostBytes(readPostBytes(file), file)
    const key = post?.sourceUrl === undefined ? undefined : toSourceUrlKey(post.sourceUrl)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), file])
  }
  const pairs: [string, string][] = []
  for (const group of groups.values()) {
    if (group.length < 2) continue
    const texts = new Set(await Promise.all(group.map(readText)))
    for (const one of texts) {
      for (const other of texts) if (one !== other && other !== '') pairs.push([one, other])
    }
  }
  return pairs
}

const lengths = [4, 10, 20, 40, 80, 200, 600]
/** With so much around it unchanged, and only once, a range is known to remain. */
const aroundUnits = 16

/** Ranges spread over a text; the same ones in every run. */
function listRanges(text: string, count: number, turn: number) {
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor((text.length * (at + 0.37)) / count)
    return { start, end: start + (lengths[(at + turn) % lengths.length] ?? 0) }
  })
}

/** Where a range of a bare text stands in another one, if it and what surrounds it are there once. */
function findKnown(before: string, after: string, { start, end }: { start: number; end: number }) {
  const from = Math.max(0, start - aroundUnits)
  const words = before.slice(from, end + aroundUnits)
  const at = after.indexOf(words)
  const isOnce = at !== -1 && !after.includes(words, at + 1) && words.length >= aroundUnits
  return isOnce ? at + start - from : undefined
}

test.skipIf(corpus === undefined)(
  `of a thousand anchors between real versions at least 99.5 % are found where their text remains, and none on other words${title}`,
  async () => {
    const pairs = await readPairs(corpus ?? '')
    const count = { remaining: 0, found: 0, wrong: 0, all: 0 }
    for (const [turn, [before, after]] of pairs.entries()) {
      const [bare, other] = [toBareText(before), toBareText(after)]
      const [made, now] = [new AnchorText(before), new AnchorText(after)]
      for (const range of listRanges(before, 7, turn)) {
        const anchor = made.anchor(range)
        if (anchor === undefined) continue
        count.all++
        const quote = toBareText(anchor.exact).text
        const start = toBareText(before.slice(0, anchor.start)).text.length
        const known = findKnown(bare.text, other.text, { start, end: start + quote.length })
        const found = now.find(anchor)
        const at = found && toBareText(after.slice(0, found.start)).text.length
        if (known !== undefined) {
          count.remaining++
          if (at === known) count.found++
        }
        const words = found && toBareText(after.slice(found.start, found.end)).text
        const most = Math.floor(quote.length / 4)
        const isOther = words !== undefined && measureEdits(quote, words, most) > most
        if (isOther || (known !== undefined && at !== undefined && at !== known)) count.wrong++
      }
    }
    expect(count.all).toBeGreaterThan(1000)
    expect(count.wrong).toBe(0)
    expect(count.found / count.remaining).toBeGreaterThanOrEqual(0.995)
  },
)
