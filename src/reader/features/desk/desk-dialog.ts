import type { PostSummary } from '#contract/timeline-shard.ts'

/** What a dialog of the desk is about: posts that are to stand on lists, or a list. */
export type AskedDialog =
  | { kind: 'choose'; posts: readonly PostSummary[] }
  | { kind: 'edit'; list: string }

const listeners = new Set<() => void>()
const shown: { dialog?: AskedDialog | undefined } = {}

/** The dialog of the desk that is open, as a store: rows, articles and lists ask for it. */
export const deskDialog = {
  read: (): AskedDialog | undefined => shown.dialog,
  write: (dialog: AskedDialog | undefined): void => {
    shown.dialog = dialog
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
