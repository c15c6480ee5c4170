import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBuildId, readFieldOf } from '#contract/build-id.ts'
import { manifestPath } from '#contract/file-names.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import {
  markerPath,
  parseGenerations,
  toMarkerText,
  type Generation,
} from '../write/generations.ts'

/** What the builder's record in the folder of a site says. */
export interface FolderRecord {
  /** `missing` in a copy made by other means than a build, `damaged` when any byte of it is not the builder's. */
  marker: 'whole' | 'missing' | 'damaged'
  /** The build that readers see; absent when the record does not say. */
  current: Generation | undefined
  /** Other builds of which files are in the folder. */
  others: Generation[]
  /** Whether a build is at work in the folder or was interrupted there. */
  isInterrupted: boolean
  /** Whether a signature has to prove the site: then this record, which anybody can write, excuses nothing. */
  isSigned: boolean
  /** Whether files of several builds may stand in for each other: a build was interrupted, and nothing is signed. */
  mayMix: boolean
}

/**
 * Reads the record of a folder. The site counts as signed when its manifest names an archive, or when `hasKey`: somebody
 * has a key that must have signed it.
 */
export async function readFolderRecord(folder: string, hasKey: boolean): Promise<FolderRecord> {
  const isInterrupted = existsSync(join(folder, lockName))
  const manifest = Buffer.from((await readText(join(folder, manifestPath))) ?? '')
  const isSigned = hasKey || readFieldOf(manifest, 'archive') !== undefined
  const state = { isInterrupted, isSigned, mayMix: isInterrupted && !isSigned }
  const text = await readText(join(folder, markerPath))
  const record = text === undefined ? undefined : parseGenerations(text)
  if (record === undefined || toMarkerText(record) !== text) {
    const marker = text === undefined ? 'missing' : 'damaged'
    return { marker, current: undefined, others: [], ...state }
  }
  const { generations } = record
  const buildId = readBuildId(manifest)
  const published = generations.find((one) => one.buildId === buildId)
  // Only a build that was interrupted leaves a record in which another build comes first.
  const current = (isInterrupted ? published : undefined) ?? generations[0]
  const others = generations.filter((one) => one !== current)
  return { marker: 'whole', current, others, ...state }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR'])) return undefined
    throw error
  }
}
