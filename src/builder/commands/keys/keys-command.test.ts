import { spawnSync } from 'node:child_process'
import { appendFile, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { runMain } from '#builder/testing/run-main.ts'

const posts = { 'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }) }

async function makeKeys() {
  const folder = join(await makeFolder(), 'keys')
  const said = await runMain(['keys', folder])
  return { folder, said }
}

describe('keys', () => {
  test('A15 writes private keys for their owner alone, and prints none of them', async () => {
    const { folder, said } = await makeKeys()
    expect(said.code).toBe(0)
    expect(said.out).toMatch(/^Print of the root key: [a-z2-7]{4}-[a-z2-7]{4}$/m)
    expect(said.out).toMatch(/^Root key: RW[\w+/]{54}$/m)
    for (const name of ['root.key', 'daily.key']) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
      const secret = (await readFile(join(folder, name), 'utf8')).split('\n')[1] ?? ''
      expect(`${said.out}${said.err}`).not.toContain(secret.slice(90, 120))
    }
  })

  test('never writes over keys', async () => {
    const { folder } = await makeKeys()
    const before = await readFolder(folder)
    expect(await runMain(['keys', folder])).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds keys already'),
    })
    expect(await readFolder(folder)).toEqual(before)
  })

  const files = ['daily.key', 'daily.pub', 'KEYS', 'KEYS.minisig', 'root.pub', 'root.key']

  test.each([0, 1, 3, 4, 5])(
    'goes on after a run that was killed when %i files were in place',
    async (placed) => {
      const { folder, said } = await makeKeys()
      const before = await readFolder(folder)
      await mkdir(join(folder, '.new-keys'))
      for (const name of files.slice(placed)) {
        await rename(join(folder, name), join(folder, '.new-keys', name))
      }
      expect(await runMain(['keys', folder])).toEqual(said)
      expect(await readFolder(folder)).toEqual(before)
    },
  )

  test('begins anew after a run that was killed before all was written', async () => {
    const { folder, said } = await makeKeys()
    await mkdir(join(folder, '.new-keys'))
    await rename(join(folder, 'root.key'), join(folder, '.new-keys/root.key'))
    for (const name of files.slice(0, 5)) await rm(join(folder, name))
    const { code, out } = await runMain(['keys', folder])
    expect(code).toBe(0)
    expect(out).not.toBe(said.out)
    expect([...(await readFolder(folder)).keys()].toSorted()).toEqual(files.toSorted())
    expect((await runMain(['keys', folder, '--rotate'])).code).toBe(0)
  })

  test('never writes over a daily key that lies without its root key', async () => {
    const { folder } = await makeKeys()
    await rm(join(folder, 'root.key'))
    const before = await readFolder(folder)
    expect((await runMain(['keys', folder])).code).toBe(1)
    expect(await readFolder(folder)).toEqual(before)
  })

  test('A15 refuses a place in a site, in its cache, or in a folder that is served', async () => {
    const home = await makeFolder({ ...posts, 'page/index.html': '<p>', 'public/x': '' })
    const out = join(home, 'site')
    await runMain(['build', join(home, 'harbour'), '--out', out])
    for (const place of ['site', 'site/keys', 'site.cache/keys', 'page/keys', 'public/a/keys']) {
      expect(await runMain(['keys', join(home, place)])).toMatchObject({
        code: 1,
        err: expect.stringContaining('no private key may lie there'),
      })
    }
  })

  test('--rotate replaces the daily key, and the root key signs the new list', async () => {
    const { folder } = await makeKeys()
    const before = await readFolder(folder)
    const { code, out } = await runMain(['keys', folder, '--rotate'])
    expect([code, out]).toEqual([0, expect.stringMatching(/^Archive [a-z2-7]{26}, keys 2$/m)])
    const after = await readFolder(folder)
    const same = [...before.keys()].filter((name) => before.get(name) === after.get(name))
    expect(same.toSorted()).toEqual(['root.key', 'root.pub'])
    expect((await stat(join(folder, 'daily.key'))).mode & 0o777).toBe(0o600)
  })

  test.each(['daily.key', 'daily.pub', 'KEYS', 'KEYS.minisig'])(
    '--rotate goes on after one that was killed before it replaced %s',
    async (next) => {
      const home = await makeFolder(posts)
      const [before, killed] = ['before', 'killed'].map((name) => join(home, name)) as [
        string,
        string,
      ]
      await runMain(['keys', before])
      await cp(before, killed, { recursive: true })
      await runMain(['keys', killed, '--rotate'])
      // What comes from `next` on is still that of before; the rest is new.
      const written = ['daily.key', 'daily.pub', 'KEYS', 'KEYS.minisig']
      for (const name of written.slice(written.indexOf(next))) {
        await cp(join(before, name), join(killed, name))
      }
      const build = () =>
        runMain(
          ['build', join(home, 'harbour'), '--out', join(home, 'site'), '--sign'].concat(
            join(killed, 'daily.key'),
          ),
        )
      expect((await build()).err.includes('--rotate')).toBe(next !== 'daily.key')
      const { code, out } = await runMain(['keys', killed, '--rotate'])
      expect([code, out]).toEqual([0, expect.stringMatching(/^Archive [a-z2-7]{26}, keys 2$/m)])
      expect((await build()).code).toBe(0)
      expect([...(await readFolder(killed)).keys()].toSorted()).toEqual([
        'KEYS',
        'KEYS.minisig',
        'daily.key',
        'daily.pub',
        'root.key',
        'root.pub',
      ])
    },
  )

  test('--rotate takes the number of a list from nothing that the root key did not sign', async () => {
    const { folder } = await makeKeys()
    await appendFile(join(folder, 'KEYS'), 'daily')
    const path = join(folder, 'KEYS.minisig')
    await writeFile(path, (await readFile(path, 'utf8')).replace(' keys 1', ' keys 7'))
    expect(await runMain(['keys', folder, '--rotate'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Take it from a backup'),
    })
  })

  test('a file in the place of the folder is no folder of keys', async () => {
    const file = join(await makeFolder({ a: 'x' }), 'a')
    for (const place of [file, join(file, 'keys')]) {
      expect(await runMain(['keys', place])).toMatchObject({
        code: 1,
        err: expect.stringContaining('is no folder'),
      })
    }
  })

  test('--rotate refuses a list that the root key did not sign', async () => {
    const { folder } = await makeKeys()
    const other = await makeKeys()
    await writeFile(join(folder, 'KEYS'), await readFile(join(other.folder, 'KEYS')))
    expect(await runMain(['keys', folder, '--rotate'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('the signature does not fit its key'),
    })
  })
})

const minisign = spawnSync('minisign', ['-v']).error === undefined

test.skipIf(!minisign)('minisign accepts the list of keys, and can use the keys', async () => {
  const { folder } = await makeKeys()
  const run = (...args: string[]) => spawnSync('minisign', args, { cwd: folder, encoding: 'utf8' })
  expect(run('-V', '-p', 'root.pub', '-m', 'KEYS').status).toBe(0)
  await writeFile(join(folder, 'text'), 'Lamps at eleven.')
  expect(run('-S', '-s', 'daily.key', '-m', 'text').status).toBe(0)
  expect(run('-V', '-p', 'daily.pub', '-m', 'text').status).toBe(0)
})
