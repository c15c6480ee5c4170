import { toDeskName } from './desk-name.ts'
import { parseDeskEntry, toRecord, type DeskEntry } from './desk-entry.ts'

/** What other windows of the site say of the desk. */
interface DeskNews {
  onEntries: (entries: DeskEntry[]) => void
  /** Something was erased: only the database tells what is left. */
  onErased: () => void
}

/** Tells other windows of the site what becomes of the desk. */
export interface DeskChannel {
  sendEntries: (entries: readonly DeskEntry[]) => void
  sendErased: () => void
  close: () => void
}

/** Opens the way to the other windows of the site in a folder. What comes from there is parsed: a host may have other pages. */
export function openDeskChannel(base: string, { onEntries, onErased }: DeskNews): DeskChannel {
  const port = new BroadcastChannel(toDeskName(base))
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'erased') onErased()
    if (!Array.isArray(data)) return
    const entries = data.map(parseDeskEntry).filter((entry) => entry !== undefined)
    if (entries.length > 0) onEntries(entries)
  })
  return {
    sendEntries: (entries) => port.postMessage(entries.map(toRecord)),
    sendErased: () => port.postMessage('erased'),
    close: () => port.close(),
  }
}
