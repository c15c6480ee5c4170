import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { builtProgram, ensureProgram } from '#builder/testing/built-program.ts'
import { writeLinkedPosts } from './linked-posts.ts'
import { corpusFolder, hasCorpus, sites } from './sites.ts'
import { writeTallSite } from './tall-site.ts'
import { writeToldPosts } from './told-posts.ts'

/** Folder of the sites under test. */
export const sitesFolder = 'test-results/sites'

/** Starts the product's own command line. */
export function broadsheet(args: string[]): ChildProcess {
  return spawn(process.execPath, [builtProgram, ...args], { stdio: 'inherit' })
}

/** Builds a site. Sites of the same posts share a cache, so that posts are read and indexed once. */
async function build(
  folders: string[],
  { name, address, more = [] }: { name: string; address: string; more?: string[] },
): Promise<void> {
  const base = new URL(address).pathname
  const cache = `${sitesFolder}/${name.split('-')[0]}.cache`
  const place = ['--out', `${sitesFolder}/${name}`, '--base', base, '--cache', cache]
  const [code] = await once(broadsheet(['build', ...folders, ...place, ...more]), 'exit')
  if (code !== 0) throw new Error(`building ${name} ended with ${code}`)
}

async function buildCorpus(): Promise<void> {
  if (!hasCorpus) return
  // If the corpus test has just built this site, this is a no-op.
  await build([corpusFolder], { name: 'corpus', address: sites.corpus })
  // Its tests open new posts by address and old ones from lists.
  const more = ['--pages', 'latest:1000']
  const address = sites.corpusInSubfolder
  await build([corpusFolder], { name: 'corpus-in-subfolder', address, more })
}

async function buildSmall(): Promise<void> {
  const examples = ['examples/harbour-news', 'examples/tea-notes']
  // One of them knows its own origin, and so has feeds; and it holds its source files.
  const address = sites.examplesInSubfolder
  const more = ['--origin', new URL(address).origin, '--sources', 'keep']
  await build(examples, { name: 'examples-in-subfolder', address, more })
  await build(examples, { name: 'examples', address: sites.examples })
  await writeTallSite(`${sitesFolder}/examples`, `${sitesFolder}/tall`)
  const posts = [
    ...writeLinkedPosts(`${sitesFolder}/linked-posts`),
    writeToldPosts(`${sitesFolder}/told-posts/mornings`),
  ]
  await build(posts, { name: 'linked', address: sites.linked })
}

/** Builds every site under test; what has been built before is left as it is. */
export async function buildSites(): Promise<void> {
  ensureProgram()
  await Promise.all([buildCorpus(), buildSmall()])
}
