import { spawnSync } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findCorpus, makeFolder, readFolder } from '#testing/make-archive.ts'
import { parseManifest } from '#contract/manifest.ts'
import { builtProgram, ensureProgram } from '#builder/testing/built-program.ts'
import { compareSearches } from '#builder/testing/compare-searches.ts'
import { verifySite } from '../check/verify-site.ts'

const corpus = findCorpus()
const title = corpus === undefined ? ' (left out: no corpus beside the repository)' : ''
const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Number of queries sampled from the posts; the index must find each one everywhere it holds and nowhere else. */
const queries = { pieces: 1_000, words: 200, joined: 200 }

// A child process, so that its memory is that of the program alone.
const script = `
await import(process.argv[1])
console.log(JSON.stringify({
  code: process.exitCode,
  megabytes: process.resourceUsage().maxRSS / 1e3,
}))`

/** Where the browser tests expect this site: what the first build reads and writes is not read and written again for them. */
const shared = join(root, 'test-results/sites/corpus')

function build(out: string): {
  code: number
  megabytes: number
} {
  const argv = [
    '--input-type=module',
    '-e',
    script,
    builtProgram,
    'build',
    corpus ?? '',
    '--base',
    '/',
    '--out',
    out,
    '--cache',
    `${out}.cache`,
  ]
  const env = { ...process.env, NODE_ENV: 'production' }
  const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd: root, env, encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as ReturnType<typeof build>
}

test.skipIf(corpus === undefined)(
  `B13 B17 the corpus: every file accounted for, verified, twice the same bytes, in bounds, and searched exactly${title}`,
  async () => {
    const outs = [shared, join(await makeFolder(), 'site')] as const
    for (const old of [shared, `${shared}.cache`]) await rm(old, { recursive: true, force: true })
    ensureProgram()
    const runs = outs.map((out) => build(out))
    const [first, second] = await Promise.all(outs.map(readFolder))
    const { counts } = parseManifest(JSON.parse(first?.get('manifest.json') ?? ''))
    const names = await readdir(corpus ?? '', { recursive: true })
    expect(counts.files).toBe(names.filter((name) => name.endsWith('.md')).length)
    expect(counts.files).toBe(counts.posts + counts.copies + counts.versions + counts.unreadable)
    expect((await verifySite(outs[0])).faults).toEqual([])
    expect(first?.size).toBe(second?.size)
    const differing = [...(first ?? [])].filter(([path, bytes]) => second?.get(path) !== bytes)
    expect(differing.map(([path]) => path)).toEqual([])
    // The benchmark measures time: here other tests share the machine.
    for (const { code, megabytes } of runs) {
      expect(code).toBe(0)
      expect(megabytes).toBeLessThan(600)
    }
    let found = 0
    for await (const compared of compareSearches(outs[0], queries)) {
      const { input, hits, expected, batches, scanned } = compared
      expect([input, hits]).toEqual([input, expected])
      expect([input, scanned]).toEqual([input, batches])
      found += hits.length
    }
    expect(found).toBeGreaterThan(1_200)
  },
)
