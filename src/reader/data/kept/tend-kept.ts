import type { QueryClient } from '@tanstack/react-query'
import { settingsStore } from '#reader/storage/settings-store.ts'

/** Removes all that is kept, where no traces are to stay any more. What fails is tried again by the next page. */
export async function forgetKept(client: QueryClient): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    const { removeAllKept } = await import('./change-kept.ts')
    await removeAllKept()
  } catch {
    // What is kept stays listed, with the button that removes it.
  } finally {
    await client.invalidateQueries({ queryKey: ['kept'] })
  }
}

/**
 * Looks after what is kept, when a page has time: takes a new build over, or removes everything where no traces are to
 * stay. What fails now is tried again by the next page. Where nothing is kept, not even its code is loaded.
 */
export async function tendKept(client: QueryClient): Promise<void> {
  if (!navigator.serviceWorker?.controller) return
  const { removeAllKept, takeOverBuild } = await import('./change-kept.ts')
  if (settingsStore.read().traces === 'none') await removeAllKept()
  else await takeOverBuild(client, { signal: new AbortController().signal })
}
