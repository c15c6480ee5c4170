import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SiteFile } from '../memo/site-memo.ts'
import { openDisk } from '#builder/ground/disk/disk.ts'
import { FileGroups } from './file-groups.ts'
import { SiteWriter } from './site-writer.ts'

async function makeWriter(out: string): Promise<SiteWriter> {
  const writer = new SiteWriter(openDisk(out), { generations: [] }, { sweeps: false })
  await writer.begin()
  return writer
}

/** Builds one group; returns whether its files were rewritten. */
async function build(out: string, before: ReadonlyMap<string, SiteFile[]>, key: string) {
  const writer = await makeWriter(out)
  const groups = new FileGroups(writer, before)
  const made: string[] = []
  await groups.keepOr(key, async () => {
    for (const path of ['list/a.html', 'list/b.html']) {
      await writer.writePage(path, `${key} ${path}`)
      made.push(path)
    }
    return made
  })
  await writer.settle()
  return { written: groups.written, made, listed: writer.listFiles().map(([path]) => path) }
}

test('keeps a group while its key and its files are the same, and rewrites it otherwise', async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'broadsheet-')), 'site')
  const first = await build(out, new Map(), 'one')
  expect(first.made).toHaveLength(2)
  const second = await build(out, first.written, 'one')
  expect(second).toMatchObject({ made: [], listed: first.made, written: first.written })
  expect((await build(out, first.written, 'two')).made).toHaveLength(2)
  await rm(join(out, 'list/b.html'))
  expect((await build(out, first.written, 'one')).made).toHaveLength(2)
})
