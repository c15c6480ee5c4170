// A file of its own, as `late-dialogs.ts` is.
import { showRareWords } from '#reader/language/language.ts'

/** Loads the dialog that keeps a list on this device, with its words. */
export async function loadKeepListDialog() {
  const code = import('#reader/features/keep-offline/keep-list-dialog.tsx')
  await showRareWords()
  return (await code).KeepListDialog
}

/** Loads the note that a page is read without a network, with its words. */
export async function loadOfflineNote() {
  const code = import('#reader/features/keep-offline/offline-note.tsx')
  await showRareWords()
  return (await code).OfflineNote
}

/** Loads what has files come from mirrors and asks before, with its words. */
export async function loadMirrorNote() {
  const code = import('#reader/features/mirrors/mirror-note.tsx')
  await showRareWords()
  return (await code).MirrorNote
}
