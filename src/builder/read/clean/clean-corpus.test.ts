import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Post } from '#core/post/post.ts'
import { toWholePage } from '#core/html/whole-page.ts'
import { findCorpus } from '#testing/make-archive.ts'
import { discoverPosts } from '../discover/discover-posts.ts'
import { parsePost } from '../post/parse-post.ts'
import { cleanArticle, type CleanArticle } from './clean-article.ts'
import {
  isSourceElement,
  parseSourceHtml,
  toSourceText,
  type SourceNode,
} from './source/source-html.ts'
import { findRepeats, surveySource } from './survey-source.ts'

const corpus = findCorpus()
const unseen = new Set(['iframe', 'noscript', 'object', 'script', 'style', 'svg', 'title'])
// The fallback of a player is visible only without the player.
const players = new Set(['audio', 'video'])

/**
 * Visible text without white space and object replacement characters. `repeats` are headings that repeat the title and
 * file names of pictures, which are left out.
 */
function toVisible(nodes: readonly SourceNode[], repeats?: ReadonlySet<SourceNode>): string {
  return nodes
    .map((node) => {
      if (!isSourceElement(node)) return toSourceText(node)?.replace(/[\s\u00a0\ufffc]+/g, '') ?? ''
      const isUnseen = unseen.has(node.tagName) || players.has(node.tagName)
      const isLeftOut = isUnseen || repeats?.has(node) === true
      return isLeftOut ? '' : toVisible(node.childNodes, repeats)
    })
    .join('')
}

function withoutRules(text: string): string {
  return text.replace(/([-=—–─━═－＝▬*＊_＿~])\1{4,}/gu, '')
}

function toLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

describe.skipIf(corpus === undefined)(
  'the corpus (skipped if there is none next to the repository)',
  () => {
    let cleaned: { post: Post; article: CleanArticle }[] = []

    beforeAll(async () => {
      const { files } = await discoverPosts([corpus ?? ''])
      cleaned = files
        .filter((_, at) => at % 7 === 0)
        .map((file) => parsePost(readFileSync(file.path), file).post)
        .filter((post) => post !== undefined)
        .map((post) => {
          const { body, bodyForm, sourceUrl, title } = post
          const known = {
            ...(sourceUrl === undefined ? {} : { sourceUrl }),
            ...(title === undefined ? {} : { title }),
          }
          return { post, article: cleanArticle({ body, bodyForm, ...known }) }
        })
    })

    test('S17 shows the same text before and after', () => {
      // The label of a frame and a decoded e-mail address both add text.
      const plain = cleaned.filter(({ post }) => !/<iframe|<object|<embed|cfemail/.test(post.body))
      expect(plain.length).toBeGreaterThan(cleaned.length * 0.9)
      const leftOut: { text: string; title: string }[] = []
      const different = plain.filter(({ post, article }) => {
        const { nodes } = parseSourceHtml(post.body)
        const { pictures } = surveySource(nodes, { baseUrl: post.sourceUrl })
        const repeats = findRepeats(nodes, post.title, pictures)
        for (const repeat of repeats) {
          leftOut.push({ text: toVisible([repeat]), title: toLetters(post.title ?? '') })
        }
        const shown = article.page ? toWholePage(article.parts, article.page) : article.parts
        const after = toVisible(parseSourceHtml(shown.join('')).nodes)
        const before = toVisible(nodes, repeats)
        // Drawn lines in descriptions become `hr` elements.
        return post.kind === 'video'
          ? withoutRules(before) !== withoutRules(after)
          : before !== after
      })
      expect(different.map(({ post }) => post.file)).toEqual([])
      const strange = leftOut.filter(
        ({ text, title }) =>
          !/\.(?:jpe?g|png|gif|webp)$/i.test(text) && !title.startsWith(toLetters(text)),
      )
      expect(strange).toEqual([])
    })

    test('S10 requests no tracking pixel', () => {
      const urls = cleaned.flatMap(({ article }) => article.parts).join('')
      expect(urls).not.toContain('medium.com/_/stat')
    })

    test('S15 finds the lead image of nearly every illustrated article', () => {
      const illustrated = cleaned.filter(({ post }) => post.collection === 'oped2')
      const led = illustrated.filter(({ article }) => article.leadImage !== undefined)
      expect(led.length / illustrated.length).toBeGreaterThan(0.85)
    })

    test('finds the datelines that are printed', () => {
      const printed = cleaned.filter(({ post }) =>
        post.sourceUrl?.startsWith('https://pao-pao.net/'),
      )
      const found = printed.filter(({ article }) =>
        /^星期., \d\d\/\d\d\/\d{4} - \d\d:\d\d$/.test(article.datelines[0] ?? ''),
      )
      expect(found.length / printed.length).toBeGreaterThan(0.95)
    })

    test('S14 leaves no id without the prefix', () => {
      const html = cleaned.flatMap(({ article }) => article.parts).join('')
      expect(html.match(/ id="(?!user-content-)/g)).toBeNull()
    })
  },
)
