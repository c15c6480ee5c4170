import { htmlLimits } from '#core/html-policy.ts'
import { detectLanguage } from '#core/language-detection.ts'
import { measureText } from '#core/plain-text.ts'
import type { LeadImage, TextLength } from '#core/post.ts'
import { parseVideoUrl } from '#core/video-url.ts'
import { buildExcerpt, listTextBlocks } from './article-text.ts'
import { cleanTree, type CleanContext } from './clean-tree.ts'
import { buildDescription } from './description/build-description.ts'
import { findDatelines } from './find-datelines.ts'
import { findLeadImage } from './find-lead-image.ts'
import { linkPlainText } from './plain-links/link-plain-text.ts'
import { serializeHtml } from './serialize-html.ts'
import { toSourceHtml } from './source-body.ts'
import { parseSourceHtml, type SourceNode } from './source-html.ts'
import { findRepeats, surveySource } from './survey-source.ts'
import type { ArticleNode } from './tree/article-tree.ts'
import { collapseSpace } from './tree/collapse-space.ts'
import { levelHeadings } from './tree/level-headings.ts'
import { limitDepth } from './tree/limit-depth.ts'
import { hasContent } from './tree/seam.ts'
import { splitParts } from './tree/split-parts.ts'
import { tidyTree } from './tree/tidy-tree.ts'

/** What is cleaned: a post's body without head, and what is needed to understand it. */
export interface ArticleSource {
  body: string
  bodyForm: 'html' | 'markdown' | 'text'
  /** Address the article came from: base of its relative addresses; absent when unknown. */
  sourceUrl?: string
  /** Title of the post: neither the article nor its excerpt repeats it. */
  title?: string
}

/** Something a keeper should know about the cleaning of one post. */
export interface CleanWarning {
  field: string
  reason: string
  hint: string
}

/** An article, safe and readable. */
export interface CleanArticle {
  /** HTML in parts of at most 20,000 nodes; none when the article has neither text nor pictures. */
  parts: string[]
  /** Plain text, block by block on lines of their own. */
  text: string
  /** Beginning of the text, at most 160 characters; absent without text. */
  excerpt?: string
  /** First real picture; absent when there is none. */
  leadImage?: LeadImage
  length: TextLength
  /** BCP 47 language of title and text; absent when they do not tell. */
  language?: string
  /** Texts near the head that hold nothing but a date, verbatim, the likeliest first. */
  datelines: string[]
  warnings: CleanWarning[]
}

/**
 * Turns the body of a post into HTML that holds nothing but what the policy allows, and tells what can be read from it.
 * Pure and synchronous; takes time in proportion to the body, whatever it holds.
 */
export function cleanArticle(source: ArticleSource): CleanArticle {
  const { nodes, isFlattened } = parseSourceHtml(toSourceHtml(source.body, source.bodyForm))
  const tree = buildTree(nodes, source)
  const isLimited = limitDepth(tree.nodes, htmlLimits.depth)
  const parts = tree.nodes.some((node) => hasContent(node))
    ? splitParts(tree.nodes, htmlLimits.nodesPerPart)
    : []
  const blocks = listTextBlocks(tree.nodes)
  const text = blocks.map((block) => block.text).join('\n')
  const datelines = source.bodyForm === 'text' ? [] : findDatelines(nodes)
  const excerpt = buildExcerpt(blocks, { title: source.title, datelines })
  const leadImage = findLeadImage(tree.nodes)
  const language = detectLanguage(`${source.title ?? ''}\n${text.slice(0, 8000)}`)
  return {
    parts: parts.map((part) => serializeHtml(part)),
    text,
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(leadImage === undefined ? {} : { leadImage }),
    length: measureText(text),
    ...(language === undefined ? {} : { language }),
    datelines,
    warnings: listWarnings({
      commentCharacters: tree.commentCharacters,
      isFlattened: isFlattened || isLimited,
      parts: parts.length,
    }),
  }
}

function buildTree(
  source: readonly SourceNode[],
  origin: Pick<ArticleSource, 'sourceUrl' | 'title'>,
  keepsComments = false,
): { nodes: ArticleNode[]; commentCharacters: number } {
  const { sourceUrl: baseUrl, title } = origin
  const survey = surveySource(source, baseUrl, keepsComments)
  const context: CleanContext = {
    baseUrl,
    anchors: survey.anchors,
    usedIds: new Set(),
    survey,
    repeats: findRepeats(source, title, survey.pictures),
    keepsComments,
    commentCharacters: 0,
  }
  const cleaned = cleanTree(source, context)
  const video = parseVideoUrl(baseUrl ?? '')
  const nodes = (video && buildDescription(cleaned, video)) ?? toArticle(cleaned)
  const isAllComments = context.commentCharacters > 0 && !nodes.some((node) => hasContent(node))
  // A page may give the article itself this name: better comments than nothing.
  if (isAllComments) return buildTree(source, origin, true)
  levelHeadings(nodes)
  return { nodes, commentCharacters: context.commentCharacters }
}

function toArticle(cleaned: ArticleNode[]): ArticleNode[] {
  collapseSpace(cleaned)
  return linkPlainText(tidyTree(cleaned))
}

function listWarnings(facts: {
  commentCharacters: number
  isFlattened: boolean
  parts: number
}): CleanWarning[] {
  const warnings: CleanWarning[] = []
  const warn = (reason: string, hint: string) => warnings.push({ field: 'body', reason, hint })
  if (facts.commentCharacters > 0) {
    warn(
      `The page's block of readers' comments (${facts.commentCharacters} characters) is left out.`,
      'Nothing to do: the article is kept whole, the comments stay in the source file.',
    )
  }
  if (facts.isFlattened) {
    warn(
      'Elements lie so deep inside one another that the inner ones are flattened.',
      'Nothing to do: the text is kept. Look at the source file if the layout matters.',
    )
  }
  if (facts.parts > 1) {
    warn(
      `The article is too long to be shown at once and comes in ${facts.parts} parts.`,
      'Nothing to do: readers unfold the rest.',
    )
  }
  return warnings
}
