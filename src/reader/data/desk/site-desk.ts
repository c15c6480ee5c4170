import { findOwnList, parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import type { PostId } from '#core/post/post-id.ts'
import { siteBase } from '#reader/links/paths.ts'
import { Desk } from '#reader/storage/desk/desk.ts'
import { shownDesk, type PostState } from '#reader/storage/desk/shown-desk.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { readNote } from './desk-lists.ts'

const page: { desk?: Promise<Desk>; opened?: Desk } = {}

/** The desk of this site on this device, one a page. It is opened with the first call, and shown from then on. */
export function openSiteDesk(): Promise<Desk> {
  page.desk ??= openAndShow()
  return page.desk
}

/** The desk, where it is open already. */
export function readSiteDesk(): Desk | undefined {
  return page.opened
}

async function openAndShow(): Promise<Desk> {
  const desk = await Desk.open({
    base: siteBase,
    now: () => Date.now(),
    hasTraces: settingsStore.read().traces === 'keep',
  })
  shownDesk.has = (state, { id, formerId }) => {
    const has = (own: string) => desk.get(toDeskKind(state), own) !== undefined
    return has(id) || (formerId !== undefined && has(formerId))
  }
  shownDesk.nameOf = (list) => desk.get('list', list)?.name
  shownDesk.noteOf = (address, { id, formerId }) => {
    if (!address.includes('saved=')) return undefined
    const list = findOwnList(parseTimelineFilter(new URLSearchParams(address)))
    if (list === undefined) return undefined
    const read = (own: PostId) => readNote(desk, list, own)
    return read(id) ?? (formerId === undefined ? undefined : read(formerId))
  }
  page.opened = desk
  shownDesk.announce()
  desk.subscribe(shownDesk.announce)
  return desk
}

/** The kind of entries that says so. */
export function toDeskKind(state: PostState): 'mark' | 'saved' {
  return state === 'read' ? 'mark' : 'saved'
}
