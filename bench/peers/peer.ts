import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'
import { runProcess, type ProcessCost } from '../measure/run-process.ts'
import { copyFolders, listPosts } from '../posts/post-set.ts'
import type { Task } from '../task.ts'

/** Other site builders: how each is asked for its version, built, and where its site holds posts. */
const peers = [
  {
    name: 'Hugo',
    version: 'version',
    build: ['--quiet'],
    /** Above this number of posts a run would take longer than anybody waits. */
    largestSize: 60_000,
    posts: 'content',
  },
  {
    name: 'Jekyll',
    version: '--version',
    build: ['build', '--quiet'],
    largestSize: 10_000,
    posts: '_posts',
  },
] as const
type Peer = (typeof peers)[number]

/** What a fresh build must not find. */
const leftovers = [
  'public',
  'resources',
  '.hugo_build.lock',
  '_site',
  '.jekyll-cache',
  '.sass-cache',
]

export interface PeerSite {
  name: string
  /** Posts left out, because one of them stops Hugo's whole build. */
  leftOut: number
  run: () => Promise<ProcessCost>
}

/** First lines of the `version` commands of the peers that are installed. */
export function listPeerVersions(): string[] {
  return peers.flatMap((peer) => readVersion(peer) ?? [])
}

/** Makes sites of the installed peers that can build so many posts: a theme, and copies of the posts. */
export function makePeerSites(task: Task): PeerSite[] {
  const able = peers.filter(({ largestSize }) => task.posts.size <= largestSize)
  return able.filter(readVersion).map((peer) => makePeerSite(peer, task))
}

function readVersion({ name, version }: Peer): string | undefined {
  const { status, stdout } = spawnSync(name.toLowerCase(), [version], { encoding: 'utf8' })
  return status === 0 ? stdout.split(/ BuildDate|\n/)[0] : undefined
}

function makePeerSite({ name, build, posts }: Peer, task: Task): PeerSite {
  const command = name.toLowerCase()
  const site = join(task.work, `peer-${command}`)
  rmSync(site, { recursive: true, force: true })
  cpSync(fileURLToPath(new URL(command, import.meta.url)), site, { recursive: true })
  const copies = copyFolders(task.posts.folders, join(site, posts))
  execFileSync('find', [...copies, '-type', 'f', '!', '-name', '*.md', '-delete'])
  const unreadable =
    name === 'Hugo' ? copies.flatMap(listPosts).filter((file) => !hasStrictFrontMatter(file)) : []
  for (const file of unreadable) rmSync(file)
  const run = () => {
    for (const left of leftovers) rmSync(join(site, left), { recursive: true, force: true })
    return runProcess({ command, args: build, cwd: site })
  }
  return { name, leftOut: unreadable.length, run }
}

/** Whether a strict YAML parser accepts the front matter; Hugo gives up on the whole site otherwise. */
function hasStrictFrontMatter(file: string): boolean {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(readFileSync(file, 'utf8'))?.[1]
  return frontMatter === undefined || parseDocument(frontMatter).errors.length === 0
}
