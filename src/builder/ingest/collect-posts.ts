import type { Post, PostProblem } from '#core/post.ts'
import { cleanArticle, type ArticleSource } from '../clean/clean-article.ts'
import type { Progress } from '../progress.ts'
import type { PostFile } from '../read/post-file.ts'
import { readPost } from '../read/read-post.ts'
import type { BodySpool } from './body-spool.ts'
import type { DraftPost } from './draft-post.ts'
import { mapInOrder } from './map-in-order.ts'
import { toDraft } from './to-draft.ts'

/** All files of an archive, read and cleaned. */
export interface CollectedPosts {
  drafts: DraftPost[]
  problems: PostProblem[]
  /** Files that gave no post. */
  unreadable: number
}

// Enough to hide the disk's delay, few enough to keep memory flat.
const filesAtOnce = 16

/** Reads and cleans posts in the given order; bodies go to the spool. */
export async function collectPosts(
  files: PostFile[],
  { spool, progress }: { spool: BodySpool; progress: Progress },
): Promise<CollectedPosts> {
  const drafts: DraftPost[] = []
  const problems: PostProblem[] = []
  progress.start('Reading posts', files.length)
  for await (const { post, contentHash, problems: found } of mapInOrder(
    files,
    filesAtOnce,
    readPost,
  )) {
    for (const problem of found) problems.push(toOwnMemory(problem))
    progress.step()
    if (post === undefined) continue
    const article = cleanArticle(toArticleSource(post))
    for (const warning of article.warnings) {
      problems.push(toOwnMemory({ file: post.file, ...warning, severity: 'warning' as const }))
    }
    const { collection, file, fileName, sourceUrl, title } = post
    const { row, body } = toDraft(post, article)
    const slot = await spool.add(body)
    const head = { collection, file, fileName, contentHash, sourceUrl, title, row }
    drafts.push({ ...toOwnMemory(head), body: slot })
  }
  progress.end()
  return { drafts, problems, unreadable: files.length - drafts.length }
}

function toArticleSource({ body, bodyForm, sourceUrl, title }: Post): ArticleSource {
  return {
    body,
    bodyForm,
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(title === undefined ? {} : { title }),
  }
}

/**
 * A deep copy of plain data. A string cut out of a file keeps the whole file in memory for as long as it lives; a copied
 * one does not, and rows live until the build ends.
 */
function toOwnMemory<Data>(data: Data): Data {
  return structuredClone(data)
}
