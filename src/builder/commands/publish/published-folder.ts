import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFieldOf } from '#contract/build-id.ts'
import { manifestPath } from '#contract/file-names.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import {
  markerPath,
  parseGenerations,
  withoutUnpublished,
} from '#builder/site/write/generations.ts'
import { isNamedRight } from '#builder/site/sums/named-right.ts'

/** The newest published build in the folder of a site. */
export interface PublishedFolder {
  buildId: string
  /** Paths of its files, including the manifest, without configuration files for other hosts. */
  files: string[]
  /** Whether its manifest names mirrors. */
  hasMirrors: boolean
  /**
   * Bytes of a file and their hash.
   * @throws BuildError when it is missing, does not match the hash in its name, or a build ran in between.
   */
  read(path: string): Promise<{ bytes: Uint8Array; source: string }>
}

/** Configuration for Netlify and Cloudflare Pages, and for GitHub Pages; a store would only serve them to readers. */
const foreignFiles = new Set(['_headers', '_redirects', '.nojekyll'])

/**
 * Opens the folder of a site for reading.
 * @throws BuildError when it contains no site of ours, an unfinished one, or a build is running there.
 */
export async function openPublishedFolder(folder: string): Promise<PublishedFolder> {
  const stamp = readStamp(folder)
  refuseBuilding(folder)
  const marker = await readIfThere(join(folder, markerPath))
  const record = marker && parseGenerations(marker.toString())
  if (record === undefined) {
    throw new BuildError(
      `"${folder}" holds no site built by Broadsheet.`,
      'Give the folder of a built site, or build one first with `broadsheet build`.',
    )
  }
  const manifest = await readIfThere(join(folder, manifestPath))
  const newest = withoutUnpublished(record, manifest).generations[0]
  if (newest === undefined) throw toDamaged(folder, manifestPath)
  return {
    buildId: newest.buildId,
    hasMirrors: manifest !== undefined && readFieldOf(manifest, 'mirrors') !== undefined,
    files: newest.files.filter((path) => !foreignFiles.has(path)),
    read: async (path) => {
      const bytes = await readIfThere(join(folder, path))
      if (bytes === undefined) throw toDamaged(folder, path)
      if (!(await isNamedRight(path, bytes))) throw toDamaged(folder, path)
      // A build takes the lock first and writes the marker last: with no lock and the same marker, these bytes are of
      // this build.
      refuseBuilding(folder)
      if (readStamp(folder) !== stamp) throw toChanged(folder)
      return { bytes, source: Buffer.from(sha256(bytes)).toString('base64url').slice(0, 22) }
    },
  }
}

/** Stamp of the marker, which every build changes. */
function readStamp(folder: string): string {
  const status = statSync(join(folder, markerPath), { throwIfNoEntry: false, bigint: true })
  return `${status?.ino} ${status?.mtimeNs} ${status?.size}`
}

function refuseBuilding(folder: string): void {
  if (!existsSync(join(folder, lockName))) return
  throw new BuildError(
    `A build is running in "${folder}", or one was interrupted.`,
    'Wait for it to finish, or build the site again, then publish.',
  )
}

function toChanged(folder: string): BuildError {
  return new BuildError(
    `The site in "${folder}" was rebuilt while it was being published.`,
    'Publish it again: files that are already there are not sent again.',
  )
}

function toDamaged(folder: string, path: string): BuildError {
  return new BuildError(
    `"${join(folder, path)}" is missing or damaged, so publishing stopped.`,
    'Build the site again, then publish.',
  )
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR'])) return undefined
    throw error
  }
}
