import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findCorpus } from '#testing/make-archive.ts'
import { discoverPosts } from '../../discover/discover-posts.ts'
import { parsePost } from '../../post/parse-post.ts'
import { cleanArticle } from '../clean-article.ts'

const corpus = findCorpus()

/** 200 descriptions whose links were checked by hand: from the digest of a post's file to the digest of its links. */
const labels: unknown = JSON.parse(
  readFileSync(new URL('links-corpus.json', import.meta.url), 'utf8'),
)

function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

describe.skipIf(corpus === undefined)(
  'the corpus (skipped if there is none next to the repository)',
  () => {
    test('links exactly the URLs that were checked by hand', async () => {
      const known = new Map(Object.entries(labels ?? {}))
      const { files } = await discoverPosts([corpus ?? ''])
      const found = files
        .filter((_, at) => at % 7 === 0)
        .map((file) => parsePost(readFileSync(file.path), file).post)
        .filter((post) => post !== undefined)
        .filter(({ file }) => known.has(toDigest(file)))
      const different = found.filter(({ body, bodyForm, sourceUrl = '', file }) => {
        const { parts } = cleanArticle({ body, bodyForm, sourceUrl })
        const links = parts.join('').matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)
        const urls = [...links]
          .filter(([, , label = '']) => !/^[\d:：]+$/.test(label))
          .map(([, url]) => url)
        return toDigest(urls.join('\n')) !== known.get(toDigest(file))
      })
      expect(found).toHaveLength(known.size)
      expect(different.map(({ file }) => file)).toEqual([])
    })
  },
)
