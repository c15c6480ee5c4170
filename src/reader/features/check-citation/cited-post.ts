import type { QueryClient } from '@tanstack/react-query'
import type { ArticleBody } from '#contract/body-pack.ts'
import { toBodyText } from '#core/text/body-text.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { bodyQuery } from '#reader/data/archive/body-query.ts'
import { rowQuery } from '#reader/data/archive/row-query.ts'
import type { Judgement } from './judge-quotation.ts'

/** A post that a citation leads to. */
export interface CitedMatch {
  post: Article
  /** How what is quoted stands there; absent where nothing is. */
  quoted?: Judgement
  /** Whether a SHA-256 in the citation is that of its source file; absent where it names none, or the archive does not. */
  isHashSame?: boolean
}

/** Row and body of a post by its ordinal; `undefined` outside the archive. */
export async function readCited(
  client: QueryClient,
  ordinal: number,
): Promise<Article | undefined> {
  const summary = await client.ensureQueryData(rowQuery(ordinal))
  if (summary === null) return undefined
  return { summary, body: await client.ensureQueryData(bodyQuery(ordinal)) }
}

/** The title that the page of a post shows. */
export function toCitedTitle({ summary, body }: Article): string {
  return toDisplayTitle({ ...summary, title: body.title ?? summary.title })
}

/** Title and text of an article, as one text in lines. */
export function toCitedText(article: { summary: Article['summary']; body: ArticleBody }): string {
  return `${toCitedTitle(article)}\n${toBodyText(article.body.parts)}`
}
