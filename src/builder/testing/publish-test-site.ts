// For tests: a built site and a prefix of its own in the test store to publish it to.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { vi } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { recordPath } from '#builder/commands/publish/publish-record.ts'
import { buildTestSite } from './build-test-site.ts'
import { openFaultyStore } from './faulty-store.ts'
import { makeReaderApp } from './make-reader-app.ts'
import { runMain } from './run-main.ts'
import { testBucket, testEnvironment } from './s3-server.ts'

function makePosts(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const day = `2020-03-${String(at + 1).padStart(2, '0')}`
      const text = { title: `Ferry ${at}`, from: `https://example.org/${at}` }
      const body = `<p>${`The ferry number ${at} left at nine. `.repeat(20)}</p>`
      return [`harbour/_posts/${day}-post-${at}.md`, makePostText({ ...text, body, date: day })]
    }),
  )
}

let sites = 0

/** Builds a site and gives it a prefix of its own in the store. */
export async function makePublishedSite({ port }: { port: number }, posts = 6) {
  const home = await makeFolder(makePosts(posts))
  const prefix = `news-${sites++}/`
  const place = { folders: [join(home, 'harbour')], out: join(await makeFolder(), 'site') }
  const build = (mark = 'AAAAAAAA', mirrors: string[] = []) =>
    buildTestSite({
      ...place,
      mirrors,
      base: `/${prefix}`,
      tools: { openReaderApp: () => Promise.resolve(makeReaderApp(mark)) },
    })
  const { manifest } = await build()
  const store = await openFaultyStore(port)
  return { home, out: place.out, build, manifest, prefix, store, url: store.bucketUrl + prefix }
}

/** Argument of the functions below. */
export type PublishedSite = Awaited<ReturnType<typeof makePublishedSite>>

/** Runs `publish`; returns its output, the paths uploaded, and their number including the record. */
export async function publish({ out, prefix, store }: PublishedSite, ...flags: string[]) {
  for (const [name, value] of Object.entries(testEnvironment)) vi.stubEnv(name, value)
  const before = store.stored.length
  const target = `s3://${testBucket}/${prefix}`
  const said = await runMain(['publish', out, target, '--endpoint', store.endpoint, ...flags])
  const put = store.stored.slice(before).map((key) => key.slice(prefix.length))
  return { ...said, put: put.filter((path) => path !== recordPath), puts: put.length }
}

/** Uploads an object directly, as somebody else would. */
export async function putForeign(
  { url }: PublishedSite,
  path: string,
  text: string,
): Promise<void> {
  await fetch(url + path, { method: 'PUT', body: text })
}

/** Whether an object is publicly readable. */
export async function isThere({ url }: PublishedSite, path: string): Promise<boolean> {
  return (await fetch(url + path)).status === 200
}

/** Changes one post and rebuilds. */
export async function change(site: PublishedSite, title: string, mark?: string) {
  const path = 'harbour/_posts/2020-03-03-post-2.md'
  await writeFile(join(site.home, path), makePostText({ title, date: '2020-03-03' }))
  return site.build(mark)
}
