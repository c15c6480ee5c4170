import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { runProcess, type ProcessCost, type Program } from '../measure/run-process.ts'
import { linkFolder } from '../posts/link-folder.ts'
import type { PostSet } from '../posts/post-set.ts'
import { hugoFiles } from './hugo-theme.ts'
import { jekyllFiles } from './jekyll-theme.ts'
import { hasStrictFrontMatter } from './strict-yaml.ts'

/** Another site builder that can be measured on the same posts. */
export interface Peer {
  name: 'Hugo' | 'Jekyll'
  /** First line of its `version` command. */
  version: string
  /** Above this number of posts a run would take longer than anybody waits. */
  largestSize: number
}

interface PeerRecipe extends Omit<Peer, 'version'> {
  versionCommand: readonly [string, string]
  files: Readonly<Record<string, string>>
  /** Folder for the posts below the peer's site. */
  posts: string
  toProgram: (site: string) => Program
  /** What a fresh build must not find. */
  leftovers: readonly string[]
}

const recipes: readonly PeerRecipe[] = [
  {
    name: 'Hugo',
    largestSize: 60_000,
    versionCommand: ['hugo', 'version'],
    files: hugoFiles,
    posts: 'content',
    toProgram: (site) => ({ command: 'hugo', args: ['--quiet'], cwd: site }),
    leftovers: ['public', 'resources', '.hugo_build.lock'],
  },
  {
    name: 'Jekyll',
    largestSize: 10_000,
    versionCommand: ['jekyll', '--version'],
    files: jekyllFiles,
    posts: '_posts',
    toProgram: (site) => ({ command: 'jekyll', args: ['build', '--quiet'], cwd: site }),
    leftovers: ['_site', '.jekyll-cache', '.sass-cache'],
  },
]

/** The peers that are installed here. */
export function findPeers(): Peer[] {
  return recipes.flatMap(({ name, largestSize, versionCommand: [command, argument] }) => {
    const { status, stdout } = spawnSync(command, [argument], { encoding: 'utf8' })
    const version = (stdout ?? '').split('\n')[0] ?? ''
    return status === 0 ? [{ name, largestSize, version }] : []
  })
}

/** A peer's site with the posts in it, ready to be built. */
export interface PeerSite {
  /** Posts that had to be left out because one of them stops the whole build. */
  leftOut: number
  /** Builds it from nothing. */
  build: () => Promise<ProcessCost>
}

/** Lays a peer's site out: its theme, and the posts as hard links, front matter as it is. */
export function makePeerSite(peer: Peer, posts: PostSet, work: string): PeerSite {
  const recipe = recipes.find(({ name }) => name === peer.name)
  if (recipe === undefined) throw new Error(`no recipe for ${peer.name}`)
  const site = join(work, `peer-${peer.name.toLowerCase()}`)
  rmSync(site, { recursive: true, force: true })
  for (const [path, text] of Object.entries(recipe.files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), text)
  }
  let linked = 0
  for (const folder of posts.folders) {
    const keep = (file: string) =>
      file.endsWith('.md') && (peer.name !== 'Hugo' || hasStrictFrontMatter(file))
    linked += linkFolder(folder, join(site, recipe.posts, basename(folder)), keep)
  }
  return {
    leftOut: posts.size - linked,
    build: () => {
      for (const name of recipe.leftovers)
        rmSync(join(site, name), { recursive: true, force: true })
      return runProcess(recipe.toProgram(site))
    },
  }
}
