import { manifestPath } from '#contract/file-names.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import { isImmutable, markerPath } from '../write/generations.ts'
import type { BuiltSite } from './built-site.ts'
import { walkSite, type SiteFolder } from './walk-site.ts'

const readsAtOnce = 16

/** Configuration for hosts that take folders; a store is not sent them. */
const notInStores = new Set(['_headers', '.nojekyll'])

/** What is said of the files of a site besides the faults that reading them found. */
export interface FileAccount {
  faults: string[]
  /** What somebody should know and is no fault. */
  notes: string[]
}

/**
 * Accounts for every file in the folder of a site: it has the bytes that the lists of hashes say, and there is no file
 * that none of them names. Files that were read before are not read again.
 */
export async function accountForFiles(site: BuiltSite): Promise<FileAccount> {
  const found = await walkSite(site.folder)
  await readRest(site, found)
  const unknown = sortUnknown(site, found)
  const missing = listMissing(site, found)
  const { sums, record } = site
  const faults = [
    ...[...sums.faults].map(([path, fault]) => `${path}: ${fault}`),
    ...site.changed.map((path) => `${path}: its bytes are not those that the build wrote`),
    ...missing.faults,
    ...unknown.faults,
    ...found.strange.map((path) => `${path}: it is a link, not a file`),
  ]
  if (record.marker === 'damaged') {
    faults.push(`${markerPath}: its bytes are not those that a build wrote`)
  }
  return { faults, notes: [...missing.notes, ...unknown.notes, ...listNotes(site, found)] }
}

/** Reads every listed file that was not read yet, so that it is compared. */
async function readRest(site: BuiltSite, { files }: SiteFolder): Promise<void> {
  const { current, others } = site.sums
  const limit = new TaskLimit(readsAtOnce)
  for (const path of files) {
    if (site.wasRead(path) || !(current.has(path) || others.has(path))) continue
    await limit.run(async () => void (await site.read(path)))
  }
  await limit.settle()
}

/** Files that no list names: faults, unless it is known why. */
function sortUnknown({ sums, record }: BuiltSite, { files }: SiteFolder): FileAccount {
  const { current, others, unlisted, isWhole } = sums
  const { isSigned, mayMix } = record
  const recorded = new Set(record.current?.files)
  const faults: string[] = []
  const unproven: string[] = []
  const left: string[] = []
  const older: string[] = []
  for (const path of files) {
    if (current.has(path) || others.has(path)) continue
    if (path === markerPath || path === manifestPath || path === sumsPath) continue
    // Proves all others and is proven by its key.
    if (path === signaturePath && isSigned) continue
    if (!isWhole && (recorded.has(path) || record.marker !== 'whole')) unproven.push(path)
    else if (unlisted.has(path)) older.push(path)
    else if (mayMix && isImmutable(path)) left.push(path)
    else if (record.marker === 'damaged' && !isSigned && isImmutable(path)) older.push(path)
    else faults.push(`${path}: no build of this site wrote it`)
  }
  if (unproven.length > 0 && sums.faults.size > 0) {
    faults.push(`${toExamples(unproven)} cannot be proven, because lists of hashes are damaged`)
  }
  const notes = [
    ...(left.length > 0 ? [`${toExamples(left)} left by a build that was interrupted`] : []),
    ...(older.length > 0 ? [`${toExamples(older)} of an earlier build, in no list of hashes`] : []),
  ]
  return { faults, notes }
}

function listMissing(site: BuiltSite, { files }: SiteFolder): FileAccount {
  const { sums, record } = site
  const there = new Set(files)
  const account: FileAccount = { faults: [], notes: [] }
  for (const path of sums.current.keys()) {
    if (there.has(path)) continue
    if (record.marker === 'missing' && notInStores.has(path)) {
      account.notes.push(`${path} is not here: stores are not sent it`)
    } else account.faults.push(`${path}: missing`)
  }
  if (record.isInterrupted || record.marker === 'missing') return account
  for (const path of sums.others.keys()) {
    if (!there.has(path) && !sums.current.has(path)) {
      account.faults.push(`${path}: missing; pages that were opened before the last build need it`)
    }
  }
  return account
}

function listNotes({ sums, record }: BuiltSite, found: SiteFolder): string[] {
  const notes: string[] = []
  if (record.marker === 'missing') {
    notes.push(
      `${markerPath} is not here: this is a copy of a site, and no build can go on from it`,
    )
  }
  if (record.isInterrupted) {
    notes.push('A build is at work here or was interrupted; the next one sets everything right')
  } else if (found.ofBuilds.length > 0) {
    notes.push(`Left by a build: ${found.ofBuilds.join(', ')}`)
  }
  if (found.ofHosts.length > 0) notes.push(`Of hosts, not of the site: ${found.ofHosts.join(', ')}`)
  if (sums.current.size === 0 && sums.faults.size === 0) {
    notes.push(`There is no ${sumsPath}: pages and scripts of this site cannot be proven`)
  }
  return notes
}

function toExamples(paths: readonly string[]): string {
  return `${toCountText(paths.length, 'file')} (such as ${paths[0] ?? ''})`
}
