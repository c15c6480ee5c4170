import type { PostProblem } from '#core/post/post.ts'

/** A problem as one parsing step reports it, before its file and severity are known. */
export type PostNote = Omit<PostProblem, 'file' | 'severity'>

/** Result of a step that can fail. */
export type Parsed<T> = { value: T; error?: never } | { value?: never; error: PostNote }
