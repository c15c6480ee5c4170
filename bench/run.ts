import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measurePart, partNames } from './parts.ts'
import { listPeerVersions } from './peers/peer.ts'
import { makeGeneratedSet, makeRealSet, type PostSet } from './posts/post-set.ts'
import { describeRun, toMarkdown } from './report/table.ts'

const usage = `npm run bench -- [options]
  --size <posts>    size of a generated archive, repeatable (6000)
  --posts <folder>  folder of real posts instead, repeatable, one a collection
  --runs <number>   runs of each program (3)
  --only <part>     one part, repeatable (all but build, which peers does again):
                    posts, ${partNames.join(', ')}
  --out <folder>    folder for archives and sites (node_modules/.cache/bench)`

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: [] },
    posts: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: partNames.filter((name) => name !== 'build') },
    out: { type: 'string', default: 'node_modules/.cache/bench' },
    help: { type: 'boolean', default: false },
  },
})

function buildProgram(): string {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the program cannot be built')
  return `${cwd}dist/cli/cli.js`
}

async function measureSet(program: string, posts: PostSet): Promise<void> {
  const versions = [`Node ${process.version}`, ...listPeerVersions()]
  console.log(`\n## ${posts.name} posts\n\n${describeRun(versions)}`)
  for (const part of values.only.filter((name) => name !== 'posts')) {
    console.log(`\n${part}`)
    const table = await measurePart(part, {
      program,
      posts,
      runs: parseCount(values.runs),
      work: values.out,
    })
    if (table.rows.length > 0) console.log(`\n${toMarkdown(table, posts.size)}`)
  }
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`"${text}" is no whole number above 0`)
  return Number(text)
}

async function main(): Promise<void> {
  const { out, posts, size } = values
  mkdirSync(out, { recursive: true })
  const program = buildProgram()
  const sizes = size.length === 0 && posts.length === 0 ? ['6000'] : size
  for (const text of sizes) await measureSet(program, makeGeneratedSet(parseCount(text), out))
  if (posts.length > 0) await measureSet(program, makeRealSet(posts, out))
}

if (values.help) console.log(usage)
else await main()
