import { isOneFile } from '#reader/links/place.ts'
import type { LiveFile } from '#reader/storage/live-file/live-file-store.ts'

/** What browsers offer that let a page choose where a file is. Not in TypeScript's library. */
interface FilePicker {
  showSaveFilePicker?: (options: {
    suggestedName: string
    types: readonly { accept: Readonly<Record<string, readonly string[]>> }[]
  }) => Promise<LiveFile['handle']>
}

/** Whether this browser can keep a file up to date here. */
export function canKeepFile(): boolean {
  return !isOneFile && (globalThis as FilePicker).showSaveFilePicker !== undefined
}

/** Asks where the file is to be; `undefined` = somebody thought better of it. @throws DOMException */
export async function chooseLiveFile(name: string): Promise<LiveFile['handle'] | undefined> {
  try {
    return await (globalThis as FilePicker).showSaveFilePicker?.call(globalThis, {
      suggestedName: name,
      types: [{ accept: { 'application/json': ['.json'] } }],
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}
