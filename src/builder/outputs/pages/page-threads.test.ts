import { expect, onTestFinished, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { makeReaderApp } from '#builder/testing/make-reader-app.ts'
import { toContentSecurityPolicy } from '#builder/site/page/content-security-policy.ts'
import { listInlineSources } from '#builder/site/page/inline-source.ts'
import { toPageFrame } from '#builder/site/page/page-shell.ts'
import { openPageThreads } from './page-threads.ts'
import type { PageWork } from './page-work.ts'

const letters = 'abcdefgh'

/** Work for the pages of 64 posts in three languages. */
async function makeWork(): Promise<PageWork> {
  const { template } = makeReaderApp()
  const policy = toContentSecurityPolicy({ base: '/sub/' }, listInlineSources(template))
  const posts = Array.from({ length: 64 }, (_, at) => {
    const id = parsePostId(`2020-08-30-abcdef${letters[at >> 3]}${letters[at & 7]}`)
    expect(id).toBeDefined()
    const length = { count: at, unit: 'words' }
    const language = ['en', 'zh-Hant', 'fr'][at % 3]
    const summary = { id, title: `灯 ${at} <b>`, tags: [], collection: 'harbour', kind: 'article' }
    const body = { id, file: `harbour/${at}.md`, parts: [`<p>The lamp burns: ${at}</p>`] }
    return { row: toBytes({ ...summary, length, language }), body: toBytes(body) }
  })
  return {
    posts,
    messages: {
      en: await loadArticleMessages('en'),
      'zh-Hans': await loadArticleMessages('zh-Hans'),
      'zh-Hant': await loadArticleMessages('zh-Hant'),
    },
    setting: {
      frame: toPageFrame(template, { base: '/sub/', policy, head: '<meta name="x" content="y">' }),
      siteTitle: 'Harbour & sea',
      base: '/sub/',
      address: undefined,
      canonical: 'archive',
      timeZone: 'UTC',
      locale: 'en',
      twinFacets: false,
      keyPrint: undefined,
      hasAllPages: true,
    },
  }
}

const toBytes = (value: object) => Buffer.from(JSON.stringify(value))

// Whatever the machine has: pages are rendered here first, then on a thread.
const onThread = { threads: 1, fewest: 1 }

test('pages that threads render have the bytes and sums of those rendered here', async () => {
  const threads = openPageThreads(onThread)
  onTestFinished(() => threads.close())
  const work = await makeWork()
  const here = await threads.render(work)
  expect(here).toHaveLength(64)
  expect(new TextDecoder().decode(here[1]?.bytes)).toContain('lang="zh-Hant"')
  const there = await Promise.all([threads.render(work), threads.render(work)])
  const plain = here.map(({ path, bytes, sum }) => [path, Buffer.from(bytes), Buffer.from(sum)])
  for (const pages of there) {
    expect(
      pages.map(({ path, bytes, sum }) => [path, Buffer.from(bytes), Buffer.from(sum)]),
    ).toEqual(plain)
  }
})

test('S4 a page that is not safe is written by no thread, and each says so in the same words', async () => {
  const threads = openPageThreads(onThread)
  onTestFinished(() => threads.close())
  const work = await makeWork()
  const frame = work.setting.frame.map((piece) =>
    'text' in piece
      ? { text: piece.text.replace('<body', '<base href="//x.example/"><body') }
      : piece,
  )
  const unsafe = { ...work, setting: { ...work.setting, frame } }
  const refuse = () => threads.render(unsafe).catch((error: unknown) => error)
  const here = await refuse()
  expect(here).toMatchObject({ message: expect.stringContaining('it holds <base>') })
  expect(here).toBeInstanceOf(BuildError)
  const there = await refuse()
  expect(there).toBeInstanceOf(BuildError)
  expect(there).toMatchObject({ message: (here as Error).message, hint: (here as BuildError).hint })
})
