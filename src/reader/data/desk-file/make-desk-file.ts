import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { writeDeskFile, type DeskArchive } from './desk-file.ts'

/** Writes all that this device keeps of an archive as the text of a desk file. @throws DeskFileError when it is too large. */
export async function makeDeskFile(archive: DeskArchive): Promise<string> {
  const desk = await openSiteDesk()
  const content = { archive, settings: settingsStore.read(), entries: desk.listAll() }
  return writeDeskFile(content, Date.now())
}
