import { htmlLimits } from '#core/html/html-policy.ts'
import { measureText } from '#core/text/plain-text.ts'
import type { LeadImage, MarkdownHabits, TextLength } from '#core/post/post.ts'
import { parseVideoUrl } from '#core/address/video-url.ts'
import { toPageSteps, type PageStep } from '#core/html/whole-page.ts'
import { listSentences, type ArticleSentences } from './article-sentences.ts'
import { buildExcerpt, listTextBlocks, type TextBlock } from './article-text.ts'
import { findChrome, findSpoken, type Chrome } from './chrome/find-chrome.ts'
import { cleanTree, type CleanContext } from './clean-tree.ts'
import { buildDescription } from './description/build-description.ts'
import { findDerived, type DerivedFacts } from './derived/find-derived.ts'
import { countChange, type ChangeCounts } from './settle/change-counts.ts'
import { findDatelines } from './find-datelines.ts'
import { findLeadImages } from './find-lead-image.ts'
import { findMoreMark } from './more-mark.ts'
import { findBaseUrl } from './rules/base-url.ts'
import type { DataPicture } from './rules/data-picture.ts'
import { isOnlyOwn, type OwnPicture, type PictureBase } from './rules/own-picture.ts'
import { linkPlainText } from './plain-links/link-plain-text.ts'
import { serializeHtml } from './serialize-html.ts'
import { toSpokenText } from './spoken-text.ts'
import { boundBody } from './source/bound-source.ts'
import { makeRest, mostRest } from './settle/rest-as-text.ts'
import { toSourceHtml } from './source/source-body.ts'
import { parseSourceHtml, type SourceNode } from './source/source-html.ts'
import { settleSource, type SettledSource } from './settle/settle-source.ts'
import { findRepeats, surveySource, type SourceSurvey } from './survey-source.ts'
import type { ArticleNode } from './tree/article-tree.ts'
import { dropChrome, holdsChrome } from './tree/drop-chrome.ts'
import { collapseSpace } from './tree/collapse-space.ts'
import { levelHeadings } from './tree/level-headings.ts'
import { limitDepth } from './tree/limit-depth.ts'
import { nameHeadings } from './tree/name-headings.ts'
import { hasContent } from './tree/seam.ts'
import { splitParts } from './tree/split-parts.ts'
import { tidyTree } from './tree/tidy-tree.ts'

/** Input of `cleanArticle`: a post's body without its head, and the context needed to interpret it. */
export interface ArticleSource {
  body: string
  bodyForm: 'html' | 'markdown' | 'text'
  /** How Markdown is meant, where the site says so. */
  markdownHabits?: MarkdownHabits
  /** URL of the original article, the base of its relative URLs; absent when unknown. */
  sourceUrl?: string
  /** URL of the post on its own site, the base where there is no original. */
  siteUrl?: string
  /** What its links are relative to where nothing else is known; see `Post.linkUrl`. */
  linkUrl?: string
  /** Title of the post, which neither the article nor its excerpt repeats. */
  title?: string
}

/** Something the site's owner should know about the cleaning of a post. */
export interface CleanWarning {
  field: string
  reason: string
  hint: string
}

/** A cleaned article: safe HTML, text and metadata. */
export interface CleanArticle {
  /** HTML in parts of at most 20,000 nodes; empty when the article has neither text nor pictures. */
  parts: string[]
  /** Steps that rebuild the whole page from the parts; absent if the page has no chrome. See `whole-page.ts`. */
  page?: PageStep[][]
  /** Plain text, one line per block. */
  text: string
  /** Start of the text, at most 160 characters; absent without text. */
  excerpt?: string
  /** Sentences near both ends, among which text that recurs in other posts is looked for. */
  sentences: ArticleSentences
  /** First picture that is content; absent when there is none. */
  leadImage?: LeadImage
  /** Pictures that stand in for it, in this order, if it turns out to be missing. */
  moreLeads: LeadImage[]
  length: TextLength
  /** Title and start of the text without code, which tell the language. */
  spoken: string
  /** Metadata extracted from the page; absent when there is none. */
  derived?: DerivedFacts
  /** Texts near the start that consist of just a date, verbatim, the most likely first. */
  datelines: string[]
  /** What is shown in another way than on the page, by kind. */
  changes: ChangeCounts
  /** Pictures that were part of the text of the page. */
  embedded: DataPicture[]
  /** Pictures that may lie in the folders of the archive. */
  own: OwnPicture[]
  warnings: CleanWarning[]
}

/**
 * Converts the body of a post to HTML that contains only what the policy allows, and extracts metadata from it. Pure,
 * synchronous and linear in the size of the body, for any input.
 */
export function cleanArticle(source: ArticleSource): CleanArticle {
  const { head, rest } = boundBody(source.body, source.bodyForm)
  const html = toSourceHtml(head, source.bodyForm, source.markdownHabits)
  const parsed = parseSourceHtml(html)
  const { isFlattened } = parsed
  const parse = () => [...parseSourceHtml(html).nodes, ...makeRest(rest)]
  const settled = settleSource([...parsed.nodes, ...makeRest(rest)], parse)
  if (rest !== '') countChange(settled.counts, 'markup')
  const { nodes } = settled
  const chrome =
    source.bodyForm === 'html' ? findChrome(nodes, source.sourceUrl) : findSpoken(nodes)
  const facts = toPageFacts(source, html, nodes)
  const trees = buildTrees(settled, facts, chrome)
  const isLimited = limitDepth(trees.article, htmlLimits.depth)
  const blocks = listTextBlocks(trees.article)
  const text = blocks.map((block) => block.text).join('\n')
  const length = measureText(text)
  nameHeadings(trees.article, length, trees.usedIds)
  const parts = toParts(trees.article)
  const datelines = source.bodyForm === 'text' ? [] : findDatelines(nodes)
  const context = { title: source.title, datelines }
  const opening = source.bodyForm === 'markdown' ? listOpening(html, facts) : []
  const excerpt = buildExcerpt(opening.length > 0 ? opening : blocks, context)
  const [leadImage, ...moreLeads] = findLeadImages(trees.article, (url) => {
    const own = trees.own.get(url)
    return own !== undefined && isOnlyOwn(own)
  })
  const lines = blocks.slice(0, 10).map((block) => block.text)
  const derived = source.bodyForm === 'html' ? findDerived(nodes, lines) : undefined
  return {
    parts,
    ...(trees.page === undefined ? {} : { page: toPage(trees.page, parts) }),
    text,
    ...(excerpt === undefined ? {} : { excerpt }),
    sentences: listSentences(blocks, context),
    ...(leadImage === undefined ? {} : { leadImage }),
    moreLeads,
    length,
    spoken: toSpokenText(source.title, trees.article),
    ...(derived === undefined ? {} : { derived }),
    datelines,
    changes: settled.counts,
    embedded: [...trees.embedded.values()],
    own: [...trees.own.values()],
    warnings: listWarnings({
      refusedCharacters: chrome.refusedCharacters,
      isFlattened: isFlattened || isLimited,
      restCharacters: rest.length,
      parts: parts.length,
    }),
  }
}

/** The lines before the author's own mark for the end of the excerpt; none without one. */
function listOpening(html: string, facts: PageFacts): TextBlock[] {
  const end = findMoreMark(html)
  if (end <= 0) return []
  const parse = () => parseSourceHtml(html.slice(0, end)).nodes
  const opening = settleSource(parse(), parse)
  return listTextBlocks(buildTrees(opening, facts, findSpoken(opening.nodes)).article)
}

function toParts(nodes: ArticleNode[]): string[] {
  if (!nodes.some((node) => hasContent(node))) return []
  return splitParts(nodes, htmlLimits.nodesPerPart).map((part) => serializeHtml(part))
}

function toPage(nodes: ArticleNode[], parts: readonly string[]): PageStep[][] {
  limitDepth(nodes, htmlLimits.depth)
  return toPageSteps(parts, toParts(nodes))
}

type PageFacts = Pick<ArticleSource, 'sourceUrl' | 'linkUrl' | 'title'> & {
  /** What the addresses of the page are relative to. */
  baseUrl: string | undefined
  pictureBase: PictureBase
}

function toPageFacts(
  { sourceUrl, siteUrl, linkUrl, title }: ArticleSource,
  html: string,
  nodes: readonly SourceNode[],
): PageFacts {
  const pageUrl = sourceUrl ?? siteUrl
  const baseUrl = findBaseUrl(html, nodes, pageUrl)
  const isMirrored = sourceUrl !== undefined
  return {
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(linkUrl === undefined ? {} : { linkUrl }),
    ...(title === undefined ? {} : { title }),
    baseUrl,
    pictureBase: { baseUrl, siteUrl, isMirrored, hasBase: baseUrl !== pageUrl },
  }
}

interface ArticleTrees {
  article: ArticleNode[]
  page?: ArticleNode[]
  usedIds: Set<string>
  embedded: SourceSurvey['embedded']
  own: SourceSurvey['own']
}

/** Builds the tree of the article, and that of the whole page if it has chrome. */
function buildTrees(
  { nodes: source, hidden, counts }: SettledSource,
  { sourceUrl: pageUrl, baseUrl, linkUrl, pictureBase, title }: PageFacts,
  chrome: Chrome,
): ArticleTrees {
  const survey = surveySource(source, { baseUrl, linkUrl, pageUrl, hidden, pictureBase })
  const { embedded, own } = survey
  const usedIds = new Set<string>()
  const context: CleanContext = {
    baseUrl,
    pageUrl,
    linkUrl,
    hidden,
    counts,
    anchors: survey.anchors,
    keepsIds: linkUrl !== undefined,
    usedIds,
    survey,
    repeats: findRepeats(source, title, survey.pictures),
    chrome: chrome.elements,
  }
  const cleaned = cleanTree(source, context)
  if (chrome.elements.size === 0 || !holdsChrome(cleaned)) {
    return { article: finishTree(cleaned, pageUrl), usedIds, embedded, own }
  }
  const article = finishTree(dropChrome(cleaned), pageUrl)
  const page = finishTree(cleaned, pageUrl)
  // A page may use a chrome class for the article itself: showing too much is better than nothing.
  return article.some((node) => hasContent(node))
    ? { article, page, usedIds, embedded, own }
    : { article: page, usedIds, embedded, own }
}

function finishTree(cleaned: ArticleNode[], pageUrl: string | undefined): ArticleNode[] {
  const video = parseVideoUrl(pageUrl ?? '')
  const nodes = (video && buildDescription(cleaned, video)) ?? toArticle(cleaned)
  levelHeadings(nodes)
  return nodes
}

function toArticle(cleaned: ArticleNode[]): ArticleNode[] {
  collapseSpace(cleaned)
  return linkPlainText(tidyTree(cleaned))
}

function listWarnings(facts: {
  refusedCharacters: number | undefined
  isFlattened: boolean
  restCharacters: number
  parts: number
}): CleanWarning[] {
  const warnings: CleanWarning[] = []
  const warn = (reason: string, hint: string) => warnings.push({ field: 'body', reason, hint })
  if (facts.refusedCharacters !== undefined) {
    warn(
      `The rules for its host would remove most of the text as page chrome (${facts.refusedCharacters} characters), so it is kept.`,
      'Nothing to do: nothing was removed. Check the source file if menus or lists appear in the article.',
    )
  }
  if (facts.isFlattened) {
    warn(
      'Elements are nested too deeply, so the inner ones were flattened.',
      'Nothing to do: the text is kept. Check the source file if the layout matters.',
    )
  }
  if (facts.restCharacters > 0) {
    warn(
      `The article is too long or has too many elements, so its rest (${facts.restCharacters} characters) is shown as text${facts.restCharacters > mostRest ? `, up to ${mostRest} of them` : ''}.`,
      'Divide the source file if its layout matters, or if not all is shown.',
    )
  }
  if (facts.parts > 1) {
    warn(
      `The article is too long to be shown at once, so it is shown in ${facts.parts} parts.`,
      'Nothing to do: readers can show the rest.',
    )
  }
  return warnings
}
