import type { PostProblem } from '#core/post/post.ts'

/** The fields of a problem that can be searched. */
export type SearchedProblem = Pick<PostProblem, 'file' | 'reason' | 'hint'> & {
  field?: string | undefined
}

/** Problems whose file, field, reason or hint contains the typed text, ignoring case and character width. */
export function searchProblems<T extends SearchedProblem>(
  problems: readonly T[],
  query: string,
): T[] {
  const folded = fold(query.trim())
  return problems.filter(({ file, field, reason, hint }) =>
    fold(`${file}\n${field ?? ''}\n${reason}\n${hint}`).includes(folded),
  )
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
