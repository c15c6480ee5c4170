import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { corpusFolder, hasCorpus, sites } from './sites.ts'
import { writeTallSite } from './tall-site.ts'

// Runs as the browser tests' server: the product's own command line builds and serves every site under test.

const out = 'test-results/sites'
const servers: ChildProcess[] = []

function broadsheet(args: string[]): ChildProcess {
  return spawn('tsx', ['src/builder/cli.ts', ...args], { stdio: 'inherit' })
}

/** Builds a site; sites of the same posts share a cache, so that posts are read and indexed once. */
async function build(folders: string[], name: string, address: string): Promise<void> {
  const { pathname: base, origin } = new URL(address)
  const cache = `${out}/${name.split('-')[0]}.cache`
  // One of them knows where it is, and has feeds.
  const place =
    name === 'examples-in-subfolder' ? ['--base', base, '--origin', origin] : ['--base', base]
  const [code] = await once(
    broadsheet(['build', ...folders, '--out', `${out}/${name}`, ...place, '--cache', cache]),
    'exit',
  )
  if (code !== 0) throw new Error(`building ${name} ended with ${code}`)
}

function serve(name: string, address: string): void {
  servers.push(broadsheet(['serve', `${out}/${name}`, '--port', new URL(address).port]))
}

async function main(): Promise<void> {
  if (hasCorpus) {
    const corpus = ['seed', 'society', 'teahouse', 'oped2'].map((name) => `${corpusFolder}/${name}`)
    await build(corpus, 'corpus', sites.corpus)
    await build(corpus, 'corpus-in-subfolder', sites.corpusInSubfolder)
    serve('corpus', sites.corpus)
    serve('corpus-in-subfolder', sites.corpusInSubfolder)
  }
  const examples = ['examples/harbour-news', 'examples/tea-notes']
  await build(examples, 'examples-in-subfolder', sites.examplesInSubfolder)
  await build(examples, 'examples', sites.examples)
  writeTallSite(`${out}/examples`, `${out}/tall`)
  serve('tall', sites.tall)
  serve('examples-in-subfolder', sites.examplesInSubfolder)
  serve('examples', sites.examples)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const server of servers) server.kill()
    process.exitCode = 0
  })
}

await main()
