import { toTextDigest } from '#core/text/text-digest.ts'
import {
  isOtherArchive,
  mostDeskBytes,
  parseDeskFile,
  type DeskFile,
} from '#reader/data/desk-file/desk-file.ts'
import { DeskFileError } from '#reader/data/desk-file/desk-file-error.ts'
import type { LiveFile } from '#reader/storage/live-file/live-file-store.ts'

/**
 * What became of a file: it has all that the desk has; the browser wants to be asked for it; it is not where it was; it is no file
 * of this desk any more, and is left alone; the device is full; or it cannot be written for another reason.
 */
export type LiveOutcome = 'written' | 'ask' | 'moved' | 'foreign' | 'full' | 'failed'

/** What a file is kept up to date with. */
interface LiveDesk {
  /** The text of a desk file of all that is kept now. */
  makeText: () => Promise<string>
  /** Merges what another device has written into the file. */
  takeIn: (file: DeskFile) => Promise<void>
  now: () => number
}

/**
 * Brings a file up to date. What another device, through a folder that is synced, has written into it since is merged first, and
 * what is no file of this desk is never overwritten.
 * @returns the file as it is known from now on.
 */
export async function writeLiveFile(
  live: LiveFile,
  desk: LiveDesk,
): Promise<{ outcome: LiveOutcome; live: LiveFile }> {
  try {
    const allowed = await live.handle.queryPermission?.({ mode: 'readwrite' })
    if (allowed !== undefined && allowed !== 'granted') return { outcome: 'ask', live }
    const file = await live.handle.getFile()
    if (file.size > mostDeskBytes) return { outcome: 'foreign', live }
    const known = await file.text()
    // A new file is empty. One that lost its content is written anew.
    const isOwn = known === '' || toDigest(known) === live.digest
    if (!isOwn) {
      const read = parseDeskFile(known, desk.now())
      if (isOtherArchive(read.archive, live.archive)) return { outcome: 'foreign', live }
      await desk.takeIn(read)
    }
    const text = await desk.makeText()
    const digest = toDigest(text)
    if (known !== '' && digest === toDigest(known)) {
      return { outcome: 'written', live: { ...live, digest, at: live.at ?? desk.now() } }
    }
    // The browser puts it in the place of the former one when it is closed: a file is never half written.
    const writable = await live.handle.createWritable()
    await writable.write(text)
    await writable.close()
    return { outcome: 'written', live: { ...live, digest, at: desk.now() } }
  } catch (error) {
    return { outcome: toOutcome(error), live }
  }
}

function toOutcome(error: unknown): LiveOutcome {
  if (error instanceof DeskFileError) return 'foreign'
  if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  const outcomes: Readonly<Record<string, LiveOutcome>> = {
    NotAllowedError: 'ask',
    SecurityError: 'ask',
    NotFoundError: 'moved',
    QuotaExceededError: 'full',
  }
  return outcomes[error.name] ?? 'failed'
}

/** Digest of a desk file without the time at which it was made. */
function toDigest(text: string): number {
  return toTextDigest(text.replace(/"made":"[^"]*"/, ''))
}
