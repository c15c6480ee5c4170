import { deskNews } from '#reader/data/desk/desk-news.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import type { DeskArchive } from '#reader/data/desk-file/desk-file.ts'
import { makeDeskFile } from '#reader/data/desk-file/make-desk-file.ts'
import { mergeDeskFile, planMerge } from '#reader/data/desk-file/merge-desk-file.ts'
import { siteBase } from '#reader/links/paths.ts'
import { toLiveFileName } from '#reader/storage/live-file/live-file-name.ts'
import {
  readLiveFile,
  storeLiveFile,
  type LiveFile,
} from '#reader/storage/live-file/live-file-store.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { writeLiveFile, type LiveOutcome } from './write-live-file.ts'

/** How long nothing must change before it is written. */
const settleMs = 2_000

const page: { isFollowing?: true; isTold?: true; timer?: ReturnType<typeof setTimeout> } = {}

/** Writes every change of the desk and the settings into the file that is kept up to date, where there is one. */
export async function followDesk(): Promise<void> {
  if (page.isFollowing === true || (await readLiveFile(siteBase)) === undefined) return
  page.isFollowing = true
  const settle = () => {
    clearTimeout(page.timer)
    page.timer = setTimeout(() => void writeAndTell(), settleMs)
  }
  const desk = await openSiteDesk()
  desk.subscribe(settle)
  settingsStore.subscribe(settle)
  addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || page.timer === undefined) return
    clearTimeout(page.timer)
    void writeAndTell()
  })
  // What another device has written meanwhile is there from the start; nobody is asked for that.
  await bringUpToDate()
}

async function writeAndTell(): Promise<void> {
  delete page.timer
  const outcome = await bringUpToDate()
  if (outcome === undefined || outcome === 'written' || page.isTold === true) return
  page.isTold = true
  deskNews.write({ kind: `file-${outcome}`, retry: () => allowLiveFile() })
}

/** Has the browser ask whether the file may be written, and brings it up to date. Called by a press. */
export async function allowLiveFile(): Promise<LiveOutcome | undefined> {
  const live = await readLiveFile(siteBase)
  await live?.handle.requestPermission?.({ mode: 'readwrite' })
  return bringUpToDate()
}

/** Begins to keep a file up to date. */
export async function startLiveFile(
  handle: LiveFile['handle'],
  { title, address, archive }: DeskArchive,
): Promise<void> {
  await storeLiveFile(siteBase, { handle, archive: { title, address, archive } })
  await bringUpToDate()
  await followDesk()
}

/**
 * Brings the file up to date; of several windows one after the other, and the second finds nothing to do.
 * @returns `undefined` where there is no file, or no trace is to stay.
 */
async function bringUpToDate(): Promise<LiveOutcome | undefined> {
  if (settingsStore.read().traces === 'none') return undefined
  return navigator.locks.request(toLiveFileName(siteBase), async () => {
    const known = await readLiveFile(siteBase)
    if (known === undefined) return undefined
    const { outcome, live } = await writeLiveFile(known, {
      makeText: () => makeDeskFile(known.archive),
      takeIn: async (file) => {
        await mergeDeskFile(await planMerge(file), false)
      },
      now: () => Date.now(),
    })
    // Else it would come back after it was forgotten.
    const isThere = (await readLiveFile(siteBase)) !== undefined
    if (outcome === 'written' && isThere) await storeLiveFile(siteBase, live)
    return outcome
  })
}
