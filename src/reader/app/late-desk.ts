// A file of its own: the first script names it instead of the code of the desk.
import { createElement } from 'react'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { canKeepFile } from '#reader/data/live-file/choose-live-file.ts'
import { mountDeskNotice } from '#reader/features/desk/desk-notice.tsx'
import { listenToRowKeys } from '#reader/features/desk/listen-to-keys.ts'
import { MarkChoice } from '#reader/features/desk/mark-choice.tsx'
import { DeskHead } from '#reader/features/desk/desk-head.tsx'
import { deskDialog } from '#reader/features/desk/desk-dialog.ts'
import { RowActions } from '#reader/features/desk/row-actions.tsx'
import { SelectBar } from '#reader/features/desk/select-bar.tsx'
import { findTopRow, toOrdinal } from '#reader/features/timeline/row-elements.ts'
import { showRareWords } from '#reader/language/language.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'

const page: { shown?: Promise<void> | undefined } = {}

/** Opens the desk, once a page: from then on rows show what it knows of their posts, with buttons. */
export function showDesk(): Promise<void> {
  page.shown ??= show()
  return page.shown
}

async function show(): Promise<void> {
  try {
    // A list of saved posts has opened the desk already: nothing would draw its words once they are there.
    await showRareWords()
  } catch (error) {
    page.shown = undefined
    throw error
  }
  shownDesk.Actions = RowActions
  shownDesk.SelectBar = SelectBar
  shownDesk.Choice = (props) => createElement(MarkChoice, { ...props, readTop })
  mountDeskNotice()
  listenToRowKeys()
  shownDesk.announce()
  await openSiteDesk()
  if (!canKeepFile()) return
  const { followDesk } = await import('#reader/data/live-file/follow-desk.ts')
  await followDesk()
}

function readTop(): number | undefined {
  const list = document.querySelector<HTMLElement>('#list')
  const row = list === null ? undefined : findTopRow(list)
  return row && toOrdinal(row)
}

/** Asks for the lists that posts are to stand on. */
export async function chooseLists(posts: readonly PostSummary[]): Promise<void> {
  await Promise.all([showDesk(), showRareWords(), openSiteDesk()])
  deskDialog.write({ kind: 'choose', posts })
}

/** Loads what stands above a list of saved posts, with its words, notices and dialogs. */
export async function loadDeskHead(): Promise<typeof DeskHead> {
  await Promise.all([showDesk(), showRareWords()])
  return DeskHead
}
