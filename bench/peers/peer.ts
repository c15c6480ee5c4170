import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'
import { runProcess, type ProcessCost } from '../measure/run-process.ts'
import { linkFolder, listFiles } from '../posts/link-folder.ts'
import type { Task } from '../task.ts'

interface Peer {
  name: 'Hugo' | 'Jekyll'
  versionFlag: string
  build: readonly string[]
  /** Above this number of posts a run would take longer than anybody waits. */
  largestSize: number
  /** Folder for the posts below the peer's site. */
  posts: string
  /** What a fresh build must not find. */
  leftovers: readonly string[]
}

const peers: readonly Peer[] = [
  {
    name: 'Hugo',
    versionFlag: 'version',
    build: ['--quiet'],
    largestSize: 60_000,
    posts: 'content',
    leftovers: ['public', 'resources', '.hugo_build.lock'],
  },
  {
    name: 'Jekyll',
    versionFlag: '--version',
    build: ['build', '--quiet'],
    largestSize: 10_000,
    posts: '_posts',
    leftovers: ['_site', '.jekyll-cache', '.sass-cache'],
  },
]

export interface PeerSite {
  name: Peer['name']
  /** Posts left out, because one of them stops Hugo's whole build. */
  leftOut: number
  run: () => Promise<ProcessCost>
}

/** First lines of the `version` commands of the peers that are installed. */
export function listPeerVersions(): string[] {
  return peers.flatMap((peer) => readVersion(peer) ?? [])
}

/** Makes sites of the installed peers that can build so many posts: a theme, and the posts as hard links. */
export function makePeerSites(task: Task): PeerSite[] {
  const able = peers.filter(({ largestSize }) => task.posts.size <= largestSize)
  return able.filter(readVersion).map((peer) => makePeerSite(peer, task))
}

function readVersion({ name, versionFlag }: Peer): string | undefined {
  const { status, stdout } = spawnSync(name.toLowerCase(), [versionFlag], { encoding: 'utf8' })
  return status === 0 ? stdout.split(/ BuildDate|\n/)[0] : undefined
}

function makePeerSite(peer: Peer, { posts, work }: Task): PeerSite {
  const { name, build, leftovers } = peer
  const command = name.toLowerCase()
  const site = join(work, `peer-${command}`)
  rmSync(site, { recursive: true, force: true })
  cpSync(fileURLToPath(new URL(command, import.meta.url)), site, { recursive: true })
  const files = posts.folders.flatMap((folder) => {
    const to = join(site, peer.posts, basename(folder))
    linkFolder(folder, to)
    return listFiles(to)
  })
  const posted = files.filter((file) => file.endsWith('.md'))
  const unreadable = name === 'Hugo' ? posted.filter((file) => !hasStrictFrontMatter(file)) : []
  for (const file of files) {
    if (!file.endsWith('.md') || unreadable.includes(file)) rmSync(file)
  }
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
