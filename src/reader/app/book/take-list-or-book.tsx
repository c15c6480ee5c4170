import type { ComponentProps } from 'react'
import type { TakeBook } from '#reader/features/take-list/take-book.ts'
import { TakeListDialog } from '#reader/features/take-list/take-list-dialog.tsx'

/** The code that makes books is loaded when somebody asks for one. */
const takeBook: TakeBook = async (client, options) =>
  (await import('./make-list-book.ts')).makeListBook(client, options)

/** The dialog for saving a list, as a table or as a book. */
export function TakeListOrBook(props: Omit<ComponentProps<typeof TakeListDialog>, 'takeBook'>) {
  return <TakeListDialog {...props} takeBook={takeBook} />
}
