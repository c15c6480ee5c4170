import { rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { untilAtRest } from '#builder/testing/until-at-rest.ts'
import { WatchedFolders } from './watched-folders.ts'

const names = ['_posts/a.md', '_posts/b.md']

/** Watched folders that were scanned once, with file times old enough for their stamps to be trusted. */
async function watch() {
  const folder = await makeFolder(Object.fromEntries(names.map((name) => [name, name])))
  await untilAtRest(folder)
  const watched = new WatchedFolders()
  const first = await watched.look([folder])
  const stamps = () => names.map((_, at) => first.stamps.at(at))
  return { folder, watched, first, before: stamps() }
}

describe('watched folders', () => {
  test('are not listed again after a change; only the changed file gets a new stamp', async () => {
    const { folder, watched, first, before } = await watch()
    for (const name of names) await utimes(join(folder, name), 1, 2)
    await untilAtRest(folder)
    watched.note('change', join(folder, '_posts/a.md'))
    const again = await watched.look([folder])
    expect(again.discovery).toBe(first.discovery)
    expect(again.stamps.at(0)[1]).toBe(2_000)
    expect(again.stamps.at(1)).toEqual(before[1])
  })

  test.each([
    ['add', '_posts/c.md'],
    ['unlink', '_posts/a.md'],
    ['unlinkDir', '_posts'],
    ['change', '_config.yml'],
  ])('are listed again after %s of %s', async (event, path) => {
    const { folder, watched, first } = await watch()
    watched.note(event, join(folder, path))
    expect((await watched.look([folder])).discovery).not.toBe(first.discovery)
  })

  test('are listed again after an event that arrived during the listing', async () => {
    const { folder, watched } = await watch()
    watched.forget()
    const looking = watched.look([folder])
    watched.note('unlink', join(folder, '_posts/a.md'))
    const seen = await looking
    await rm(join(folder, '_posts/a.md'))
    expect(seen.discovery.files).toHaveLength(2)
    expect((await watched.look([folder])).discovery.files).toHaveLength(1)
  })

  test('have no stamp for a file that is gone or was just written', async () => {
    const { folder, watched } = await watch()
    await rm(join(folder, '_posts/a.md'))
    await writeFile(join(folder, '_posts/b.md'), 'new')
    for (const name of names) watched.note('change', join(folder, name))
    const { stamps } = await watched.look([folder])
    expect([stamps.at(0)[0], stamps.at(1)[0]]).toEqual([NaN, NaN])
    await untilAtRest(folder)
    expect((await watched.look([folder])).stamps.at(1)[0]).toBe(3)
  })
})
