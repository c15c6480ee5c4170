import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleProgram } from './build/program.ts'
import { measureSet } from './measure-set.ts'
import { parseBenchOptions } from './options.ts'
import { findPeers } from './peers/peer.ts'
import { makeGeneratedSet, makeRealSet } from './posts/post-set.ts'
import { toMarkdown, toTables } from './report/markdown.ts'
import { ResultStore } from './report/result-store.ts'

const reportFile = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))

/** `npm run bench -- --help` says what can be asked for. */
async function main(): Promise<void> {
  const options = parseBenchOptions(process.argv.slice(2))
  mkdirSync(options.work, { recursive: true })
  const store = new ResultStore(options.work)
  console.log('Bundling the program')
  const program = await bundleProgram()
  const makers = [
    ...options.sizes.map((size) => () => makeGeneratedSet(size, options.work)),
    ...(options.posts.length === 0 ? [] : [() => makeRealSet(options.posts, options.work)]),
  ]
  for (const makeSet of makers) {
    const posts = makeSet()
    console.log(`${posts.name} posts`)
    const results = store.merge(
      await measureSet(program, posts, { ...options, onMeasured: (part) => store.merge(part) }),
    )
    console.log(`\n${toTables(results)}\n`)
    writeFileSync(reportFile, toMarkdown(store.sets, listVersions(results.reader?.browser)))
  }
}

function listVersions(browser: string | undefined): string[] {
  const manifest: unknown = JSON.parse(
    readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'),
  )
  const own =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? `Broadsheet ${String(manifest.version)}`
      : 'Broadsheet'
  const peers = findPeers().map(({ version }) => version.split(' BuildDate')[0] ?? version)
  return [own, `Node ${process.version}`, ...(browser === undefined ? [] : [browser]), ...peers]
}

await main()
