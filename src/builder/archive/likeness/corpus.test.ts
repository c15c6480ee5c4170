import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { toBodyText } from '#core/text/body-text.ts'
import { toSourceUrlKey } from '#core/address/source-url.ts'
import { findCorpus } from '#testing/make-archive.ts'
import { prepareFile } from '../prepare/prepare-file.ts'
import { orderPosts } from '../order/order-posts.ts'
import type { CachedBody, CachedPost } from '../post/cached-post.ts'
import { parsePostBytes, readPostBytes } from '#builder/read/post/read-post.ts'
import { findSameArticles } from './find-same-articles.ts'
import { findSameTexts } from './find-same-texts.ts'

/**
 * Pairs labelled by hand, named by prefixes of the SHA-256 of their paths. `same`: versions that only their texts tie.
 * `different`: the articles with the nearest fingerprints, and for each channel videos with the same description.
 */
interface LabelledPairs {
  same: string[][]
  different: string[][]
}

/** Reads the labelled pairs as paths. */
async function readLabels(files: readonly CorpusFile[]): Promise<LabelledPairs> {
  const text = await readFile(new URL('labelled-pairs.json', import.meta.url), 'utf8')
  const { same, different } = JSON.parse(text) as LabelledPairs
  const paths = new Map(files.map(({ file }) => [toPathHash(file), file]))
  const toPaths = (pair: string[]) => pair.map((hash) => paths.get(hash) ?? hash)
  return { same: same.map(toPaths), different: different.map(toPaths) }
}

function toPathHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

const corpus = findCorpus()
const title = corpus === undefined ? ' (left out: no corpus beside the repository)' : ''

interface CorpusFile {
  path: string
  collection: string
  file: string
  fileName: string
  timeZone: string | undefined
}

async function listFiles(folder: string): Promise<CorpusFile[]> {
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      path: join(folder, name),
      collection: name.split('/')[0] ?? '',
      file: name.normalize('NFC'),
      fileName: basename(name).normalize('NFC'),
      timeZone: undefined,
    }))
}

/** Groups of files that share a source URL. */
function groupByAddress(files: readonly CorpusFile[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const { post } = parsePostBytes(readPostBytes(file), file)
    const key = post?.sourceUrl === undefined ? undefined : toSourceUrlKey(post.sourceUrl)
    if (key === undefined) continue
    groups.set(key, [...(groups.get(key) ?? []), file.file])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Prepares some files; returns their posts and a reader for the texts. */
async function prepareFiles(files: readonly CorpusFile[]) {
  const texts = new Map<string, string>()
  const posts: CachedPost[] = []
  for (const file of files) {
    const { post, contentHash } = await prepareFile(file)
    if (post === undefined) continue
    const { parts } = JSON.parse(Buffer.from(post.bodyJson).toString()) as CachedBody
    texts.set(post.file, toBodyText(parts))
    const { publishedAt } = post.row
    const publishedMs = publishedAt === undefined ? undefined : Date.parse(publishedAt)
    const record = { start: 0, rowBytes: 0, bodyBytes: 0, openingBytes: 0, hash: post.hash }
    posts.push({ ...post, contentHash, publishedMs, record })
  }
  return { posts, readText: ({ file }: CachedPost) => Promise.resolve(texts.get(file) ?? '') }
}

/** Id of the newest version of each file's post, by file. */
function toLeads({ posts, copies }: ReturnType<typeof orderPosts>): Map<string, string> {
  const leads = new Map<string, string>(
    posts.map(({ cached, id, supersededBy }) => [cached.file, supersededBy ?? id]),
  )
  for (const { file, copyOf } of copies) leads.set(file, leads.get(copyOf) ?? '')
  return leads
}

test.skipIf(corpus === undefined)(
  `posts with one source URL are versions, so are pairs labelled the same, and pairs labelled different are not${title}`,
  async () => {
    const files = await listFiles(corpus ?? '')
    const { same, different } = await readLabels(files)
    const groups = groupByAddress(files)
    const needed = new Set([...same, ...different, ...groups].flat())
    const { posts, readText } = await prepareFiles(files.filter(({ file }) => needed.has(file)))
    const order = orderPosts(posts, 'UTC', {
      sameArticles: (await findSameArticles(posts, readText)).groups,
      sameTexts: await findSameTexts(posts, readText),
    })
    const leads = toLeads(order)
    const isOne = (group: string[]) => new Set(group.map((file) => leads.get(file))).size === 1
    expect([...needed].filter((file) => !leads.has(file))).toEqual([])
    expect(groups.length).toBeGreaterThan(170)
    expect(groups.filter((group) => !isOne(group))).toEqual([])
    expect(same.filter((pair) => !isOne(pair))).toEqual([])
    expect(different.filter((pair) => isOne(pair))).toEqual([])
    expect(order.versionsBy.text).toBe(same.length - tiedAnyway(same, groups))
  },
)

/** How many of the pairs share a name or a source URL as well. */
function tiedAnyway(pairs: string[][], groups: string[][]): number {
  return pairs.filter(([a = '', b = '']) => {
    const isNamesake = basename(a) === basename(b)
    return isNamesake || groups.some((group) => group.includes(a) && group.includes(b))
  }).length
}
