import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureArchive } from './archives/measure-archives.ts'
import { measurePart, partNames } from './parts.ts'
import { listPeerVersions } from './peers/peer.ts'
import { makeGeneratedSet, makeRealSet, type PostSet } from './posts/post-set.ts'
import { describeRun, toMarkdown } from './report/table.ts'

const usage = `npm run bench -- [options]
  --size <posts>    size of a generated archive, repeatable (6000)
  --posts <folder>  folder of real posts instead, repeatable, one a collection
  --archives <folders…>  compares articles of archives in Markdown with Jekyll's, and nothing else
  --runs <number>   runs of each program (3)
  --only <part>     one part, repeatable: ${partNames.join(', ')}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', multiple: true },
    posts: { type: 'string', multiple: true },
    archives: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: partNames },
    help: { type: 'boolean', default: false },
  },
})

const home = fileURLToPath(new URL('..', import.meta.url))
// Relative: below an absolute path with `node_modules` in it `dev` watches nothing.
const work = 'node_modules/.cache/bench'

async function measureSet(posts: PostSet, runs: number): Promise<void> {
  const versions = [`Node ${process.version}`, ...listPeerVersions()]
  console.log(`\n## ${posts.name} posts\n\n${describeRun(versions)}`)
  for (const part of values.only) {
    console.log(`\n${part}`)
    const task = { program: `${home}dist/cli/cli.js`, posts, runs, work }
    console.log(`\n${toMarkdown(await measurePart(part, task), posts.size)}`)
  }
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`"${text}" is no whole number above 0`)
  return Number(text)
}

async function main(): Promise<void> {
  const { posts, size = posts === undefined ? ['6000'] : [] } = values
  const runs = parseCount(values.runs)
  mkdirSync(work, { recursive: true })
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: home, stdio: [...stdio] })
  if (status !== 0) throw new Error('the program cannot be built')
  const archives = values.archives.length === 0 ? [] : [...values.archives, ...positionals]
  for (const folder of archives) {
    const table = await measureArchive({ program: `${home}dist/cli/cli.js`, folder, work })
    console.log(`\n${toMarkdown(table, 0)}`)
  }
  if (archives.length > 0) return
  for (const text of size) await measureSet(makeGeneratedSet(parseCount(text), work), runs)
  if (posts !== undefined) await measureSet(makeRealSet(posts, work), runs)
}

if (values.help) console.log(usage)
else await main()
