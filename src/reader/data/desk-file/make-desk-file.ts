import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { writeDeskFile, type DeskArchive } from './desk-file.ts'
import { sealDeskFile } from './sealed-desk-file.ts'

/**
 * Writes all that this device keeps of an archive as the text of a desk file.
 * @param passphrase - what it is encrypted with; absent = it is not.
 * @throws DeskFileError when it is too large.
 */
export async function makeDeskFile(archive: DeskArchive, passphrase?: string): Promise<string> {
  const desk = await openSiteDesk()
  const content = { archive, settings: settingsStore.read(), entries: desk.listAll() }
  const text = writeDeskFile(content, Date.now())
  return passphrase === undefined ? text : sealDeskFile(text, passphrase)
}
