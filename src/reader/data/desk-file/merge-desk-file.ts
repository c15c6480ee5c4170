import { isReadingTrace } from '#reader/data/desk/mark-reading.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import type { DeskEntry } from '#reader/storage/desk/desk-entry.ts'
import type { DeskTrouble } from '#reader/storage/desk/desk-storage.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import type { DeskFile } from './desk-file.ts'
import { moveSettings, returnSettings } from './moved-settings.ts'

/** What a merge of a file would do here. */
export interface DeskFilePlan {
  file: DeskFile
  /** Its entries that are newer than what is here. */
  newer: readonly DeskEntry[]
  /** How many are left out: no traces are to stay. */
  traces: number
  /** Whether it would change settings, where it may. */
  hasSettings: boolean
}

/** Says what a merge of a file would do, and does nothing. */
export async function planMerge(file: DeskFile): Promise<DeskFilePlan> {
  const desk = await openSiteDesk()
  const settings = settingsStore.read()
  const kept =
    settings.traces === 'keep' ? file.entries : file.entries.filter((one) => !isReadingTrace(one))
  const moved = moveSettings(settings, file.settings ?? {})
  return {
    file,
    newer: desk.listNewer(kept),
    traces: file.entries.length - kept.length,
    hasSettings: JSON.stringify(moved) !== JSON.stringify(settings),
  }
}

/** A file that was merged. */
export interface MergedDeskFile {
  /** How many entries are other ones now. */
  entries: number
  /** Why they last as long as the page. */
  trouble?: DeskTrouble | undefined
  /** Gives back what was here before, but for what was changed since. */
  undo: () => Promise<void>
}

/** Merges a file into the desk, and takes over its settings where that is wanted. */
export async function mergeDeskFile(
  { file, newer }: DeskFilePlan,
  withSettings: boolean,
): Promise<MergedDeskFile> {
  const desk = await openSiteDesk()
  const before = settingsStore.read()
  const moved = withSettings ? moveSettings(before, file.settings ?? {}) : before
  if (withSettings) settingsStore.write(moved)
  const { taken, stored } = desk.merge(newer)
  await stored
  return {
    entries: taken.length,
    trouble: desk.tellTrouble(),
    undo: async () => {
      if (withSettings) settingsStore.write(returnSettings(settingsStore.read(), { before, moved }))
      await desk.restore(taken)
    },
  }
}
