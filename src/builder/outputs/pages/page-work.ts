// Runs in worker threads and, for few posts, on the main one.
import {
  interfaceLanguages,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'
import { makeWords, type Messages, type Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { answering } from '#builder/ground/threads/thread-answer.ts'
import type { PostJson } from '#builder/site/assembly/site-parts.ts'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import { toPageShell, type PageFrame } from '#builder/site/page/page-shell.ts'
import { choosePageLanguage } from '#builder/site/plan/page-language.ts'
import { toArticlePageHtml, type PageSetting } from './article-page-html.tsx'

/** What all pages of a site share, as data. */
export interface SharedSetting extends Omit<PageSetting, 'shell' | 'words' | 'locale'> {
  frame: PageFrame
  /** Of pages whose own language the interface does not have. */
  locale: InterfaceLanguage
}

/** Pages to render. */
export interface PageWork {
  setting: SharedSetting
  /** Messages of articles; the loader that runs TypeScript in threads reads no JSON. */
  messages: Record<InterfaceLanguage, Messages>
  posts: readonly PostJson[]
}

/** A page, and the SHA-256 of its bytes. */
export interface RenderedPage {
  path: string
  bytes: Uint8Array
  sum: Uint8Array
}

/**
 * Renders the pages of posts.
 * @throws BuildError when one is not safe to publish.
 */
export function renderPages({ setting, messages, posts }: PageWork): RenderedPage[] {
  const entries = interfaceLanguages.map(
    (language) => [language, rememberWords(makeWords(messages[language], language))] as const,
  )
  const words = Object.fromEntries(entries) as Record<InterfaceLanguage, Words>
  const shell = toPageShell(setting.frame)
  return posts.map(({ row, body }) => {
    // Needs no parser: this program has just made them.
    const summary = parseJson(row) as PostSummary
    const article = parseJson(body) as ArticleBody
    const path = `posts/${summary.id}/index.html`
    const locale = choosePageLanguage(summary.language, setting.locale)
    const page = { ...setting, shell, words: words[locale], locale }
    const html = toArticlePageHtml({ summary, body: article }, page)
    assertSafePage(path, html)
    const bytes = Buffer.from(html)
    return { path, bytes, sum: sha256(bytes) }
  })
}

/** The same on a worker thread. */
export const renderPagesAway = answering(renderPages)

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString())
}

/** Words without values are looked up once: all pages ask for the same few. */
function rememberWords(words: Words): Words {
  const known = new Map<string, string>()
  return (key, values) => {
    if (values !== undefined) return words(key, values)
    const text = known.get(key) ?? words(key)
    known.set(key, text)
    return text
  }
}
