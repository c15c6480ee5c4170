// A file of its own: the first script names it instead of all the files that these dialogs need.
import { showRareWords } from '#reader/language/language.ts'

/** Loads the settings with their words. */
export async function loadSettingsDialog() {
  const code = import('./reader-settings.tsx')
  await showRareWords()
  return (await code).ReaderSettings
}

/** Loads the list of keys with its words. */
export async function loadKeyboardDialog() {
  const code = import('./keyboard-dialog.tsx')
  await showRareWords()
  return (await code).KeyboardDialog
}

/** Loads the dialog that saves a list as a file, with its words. */
export async function loadTakeListDialog() {
  const code = import('./book/take-list-or-book.tsx')
  await showRareWords()
  return (await code).TakeListOrBook
}
