import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { corpusFolder, hasCorpus, sites } from './sites.ts'
import { writeLinkedPosts } from './linked-posts.ts'
import { writeToldPosts } from './told-posts.ts'
import { writeTallSite } from './tall-site.ts'

// The browser tests' server: builds and serves every site under test with the product's own command line.

const out = 'test-results/sites'
const servers: ChildProcess[] = []

function broadsheet(args: string[]): ChildProcess {
  return spawn('tsx', ['src/builder/cli.ts', ...args], { stdio: 'inherit' })
}

/** Builds a site. Sites of the same posts share a cache, so that posts are read and indexed once. */
async function build(
  folders: string[],
  { name, address, more = [] }: { name: string; address: string; more?: string[] },
): Promise<void> {
  const base = new URL(address).pathname
  const cache = `${out}/${name.split('-')[0]}.cache`
  const place = ['--out', `${out}/${name}`, '--base', base, '--cache', cache]
  const [code] = await once(broadsheet(['build', ...folders, ...place, ...more]), 'exit')
  if (code !== 0) throw new Error(`building ${name} ended with ${code}`)
}

function serve(name: string, address: string): void {
  servers.push(broadsheet(['serve', `${out}/${name}`, '--port', new URL(address).port]))
}

async function main(): Promise<void> {
  if (hasCorpus) {
    const corpus = [corpusFolder]
    // If the corpus test has just built this site, this is a no-op.
    await build(corpus, { name: 'corpus', address: sites.corpus })
    // Its tests open new posts by address and old ones from lists.
    const more = ['--pages', 'latest:1000']
    await build(corpus, { name: 'corpus-in-subfolder', address: sites.corpusInSubfolder, more })
    serve('corpus', sites.corpus)
    serve('corpus-in-subfolder', sites.corpusInSubfolder)
  }
  const examples = ['examples/harbour-news', 'examples/tea-notes']
  // One of them knows its own origin, and so has feeds.
  const address = sites.examplesInSubfolder
  const origin = ['--origin', new URL(address).origin]
  await build(examples, { name: 'examples-in-subfolder', address, more: origin })
  await build(examples, { name: 'examples', address: sites.examples })
  writeTallSite(`${out}/examples`, `${out}/tall`)
  const posts = [
    ...writeLinkedPosts(`${out}/linked-posts`),
    writeToldPosts(`${out}/told-posts/mornings`),
  ]
  await build(posts, { name: 'linked', address: sites.linked })
  serve('linked', sites.linked)
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
