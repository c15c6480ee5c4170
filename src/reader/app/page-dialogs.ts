import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { makeMissingDialog } from './missing-dialog.tsx'

const late = () => import('./late-dialogs.ts')
/** The settings, with their words. */
export const SettingsDialog = lazyPart(
  async () => (await late()).loadSettingsDialog(),
  makeMissingDialog('settings.name'),
)

/** The list of keys, with its words. */
export const KeyboardDialog = lazyPart(
  async () => (await late()).loadKeyboardDialog(),
  makeMissingDialog('keyboard.name'),
)
