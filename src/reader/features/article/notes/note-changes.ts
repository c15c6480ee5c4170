import type { PostId } from '#core/post/post-id.ts'
import { toNoteId, type DeskNote, type NoteContent } from '#reader/data/desk/kept-notes.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'

/** Letters of the part of an id that tells the notes of a post apart. */
const randomLetters = 12

/** What can be done to notes; each is told with what takes it back. */
export function makeNoteChanges(desk: Desk, onChanged: (undo: () => void) => void) {
  const write = (id: string, content: NoteContent | undefined) => {
    const { undo } = desk.change([{ kind: 'note', id, value: content && { ...content } }])
    onChanged(() => {
      desk.change(undo)
    })
  }
  return {
    /** Adds a note to a post. @returns its id. */
    add: (post: PostId, content: NoteContent): string => {
      const id = toNoteId(post, crypto.randomUUID().replaceAll('-', '').slice(0, randomLetters))
      write(id, content)
      return id
    },
    change: ({ id, post: _post, ...content }: DeskNote, change: Partial<NoteContent>) => {
      write(id, { ...content, ...change })
    },
    remove: ({ id }: DeskNote) => {
      write(id, undefined)
    },
  }
}
