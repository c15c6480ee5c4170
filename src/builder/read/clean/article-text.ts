import { dropAddresses, toExcerpt } from '#core/text/plain-text.ts'
import { isBlock, isTag, type ArticleNode } from './tree/article-tree.ts'

/** A line of an article's text, with facts that tell what kind of line it is. */
export interface TextBlock {
  /** Without ruby readings, which would run into the words they belong to. */
  text: string
  /** Number of characters inside links. */
  linkCharacters: number
  isHeading: boolean
}

/** Lists the lines of an article's text in order: one per paragraph, item, cell or `br` line. Skips labels of frames. */
export function listTextBlocks(nodes: readonly ArticleNode[]): TextBlock[] {
  const blocks: TextBlock[] = []
  let block = toBlock(false)
  const endBlock = (isHeading: boolean) => {
    // Nearly all texts have only single spaces by now.
    if (/[^\S ]| {2}/.test(block.text)) block.text = block.text.replace(/\s+/g, ' ')
    block.text = block.text.trim()
    if (block.text !== '') blocks.push(block)
    block = toBlock(isHeading)
  }
  const visit = (node: ArticleNode, isInLink: boolean) => {
    if (node.kind === 'text') {
      block.text += node.text
      if (isInLink) block.linkCharacters += node.text.length
      return
    }
    if (node.isStandIn === true || isTag(node, 'rt', 'rp')) return
    const isHeading = node.sourceLevel !== undefined
    if (isBlock(node) || isTag(node, 'br')) endBlock(isHeading)
    for (const child of node.children) visit(child, isInLink || node.tag === 'a')
    if (isBlock(node)) endBlock(false)
  }
  for (const node of nodes) visit(node, false)
  endBlock(false)
  return blocks
}

function toBlock(isHeading: boolean): TextBlock {
  return { text: '', linkCharacters: 0, isHeading }
}

const dayPattern = /(?:19|20)\d{2} ?[年/.-] ?\d{1,2}/
// A chapter of a video, with its time as a link.
const chapterPattern = /^\P{L}{0,3}\d{1,3}[:：]\d{2}/u
// Author, sections, date and reading time in one line.
const longestByline = 100
const hashtagPattern = /[#＃][\p{L}\p{M}\p{N}_]+/gu
const sentencePattern = /[\p{L}\p{N}].*[。！？.!?…」』”]$/u

/** What tells the lines of an article from those around it. */
export interface LineContext {
  /** Title of the post. */
  title: string | undefined
  /** Texts near the start that consist of just a date. */
  datelines: readonly string[]
}

/** Whether a line says something: it is no title, date, heading, nor a line of links or hashtags. */
export function isSaying(
  { text, linkCharacters, isHeading }: TextBlock,
  { title, datelines }: LineContext,
): boolean {
  if (linkCharacters > 0 && chapterPattern.test(text)) return false
  if (isLabel(text)) return false
  const isDated = dayPattern.test(text) || datelines.some((dateline) => text.includes(dateline))
  const isByline = isDated && text.length < longestByline && !/[。！？]/.test(text)
  return !isHeading && !isByline && text !== title && linkCharacters * 2 < text.length
}

/** Whether a line is hashtags, or the name of an address (`Instagram: https://…`). */
function isLabel(text: string): boolean {
  if (/[#＃]/.test(text) && !/\p{L}/u.test(text.replace(hashtagPattern, ''))) return true
  return text.includes('://') && /^.{0,24}[:：]?$/u.test(dropAddresses(text).trim())
}

/** Whether a text is more than a byline or a caption, which are short and not a sentence. */
export function isSentence(text: string): boolean {
  return text.length >= 25 || sentencePattern.test(text)
}

/**
 * Builds the excerpt from the start of the article proper: skips what says nothing, unless nothing else is left. Text
 * that recurs in other posts is not known here; see `finish-row.ts`.
 */
export function buildExcerpt(
  blocks: readonly TextBlock[],
  context: LineContext,
): string | undefined {
  const saying = blocks.filter((block) => isSaying(block, context))
  const first = saying.findIndex(({ text }) => isSentence(text))
  const chosen = first === -1 ? saying : saying.slice(first)
  return toExcerpt(joinStart(chosen)) ?? toExcerpt(joinStart(blocks))
}

function joinStart(blocks: readonly TextBlock[]): string {
  let start = ''
  for (const { text } of blocks) {
    start += `${start === '' ? '' : ' '}${text}`
    if (start.length > 700) break
  }
  return start
}
