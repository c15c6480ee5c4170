import type { QueryClient } from '@tanstack/react-query'
import { settingsStore } from '#reader/storage/settings-store.ts'

/** Keeps an article that was opened on this device, where its reader wants that. What fails is left out. */
export function noteRead(client: QueryClient, id: string): void {
  const { keepRead, traces } = settingsStore.read()
  if (keepRead !== 'on' || traces === 'none') return
  import('./change-kept.ts')
    .then((kept) => kept.keepRead(client, id, { signal: new AbortController().signal }))
    .catch(() => undefined)
}
