import type { PostProblem } from '#core/post.ts'

/** A problem before its file and weight are known: what one step of parsing has to say. */
export type PostNote = Omit<PostProblem, 'file' | 'severity'>

/** Result of a step that can fail. */
export type Parsed<T> = { value: T; error?: never } | { value?: never; error: PostNote }
