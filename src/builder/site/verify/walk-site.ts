import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '#builder/ground/disk/disk.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import { compareText } from '#builder/ground/text/compare.ts'

/** Files and folders at the top of a site that hosts, stores and systems put there or read there. */
const hostNames = new Set([
  '.DS_Store',
  '.broadsheet-published.gz',
  '.domains',
  '.git',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.gitlab-ci.yml',
  '.htaccess',
  '.well-known',
  'CNAME',
  'Thumbs.db',
  '_redirects',
  'desktop.ini',
  'lost+found',
  'netlify.toml',
  'vercel.json',
  'wrangler.toml',
])

/** What lies in the folder of a site. */
export interface SiteFolder {
  /** Paths of all other files, with `/`, ascending. */
  files: string[]
  /** Paths of what is neither file nor folder: links, sockets. */
  strange: string[]
  /** Names at the top that belong to hosts. */
  ofHosts: string[]
  /** Names at the top that a build at work uses, or one that was killed has left. */
  ofBuilds: string[]
}

/** Lists everything in the folder of a site. Links are not followed. */
export async function walkSite(folder: string): Promise<SiteFolder> {
  const found: SiteFolder = { files: [], strange: [], ofHosts: [], ofBuilds: [] }
  const folders = ['']
  for (let at = 0; at < folders.length; at++) {
    const below = folders[at] ?? ''
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below + entry.name
      const isTop = below === ''
      if (isTop && hostNames.has(entry.name)) found.ofHosts.push(path)
      else if (isTop && isOfBuilds(entry.name)) found.ofBuilds.push(path)
      else if (entry.isDirectory()) folders.push(`${path}/`)
      else if (entry.isFile()) found.files.push(path)
      else found.strange.push(path)
    }
  }
  for (const list of Object.values(found) as string[][]) list.sort(compareText)
  return found
}

function isOfBuilds(name: string): boolean {
  return name === temporaryFolder || name === lockName || name.startsWith(`${lockName}.`)
}
