import { createHash } from 'node:crypto'
import {
  interfaceLanguages,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords, type Words } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PageChoice } from '#builder/site/plan/build-options.ts'
import { rowsPerStretch } from '#shape/timeline/shard.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import type { PageWriter } from '#builder/site/assembly/site-parts.ts'
import { choosePageLanguage } from '#builder/site/plan/page-language.ts'
import type { PageSetting } from './article-page-html.tsx'
import { assertSafePage } from '#builder/site/page/check-page.ts'
import { toFirstPage } from '#builder/site/plan/first-page.ts'

/** Makes the writer of article pages. The timeline calls it for each post while it has row and body at hand. */
export async function makePageWriter(
  setting: Omit<PageSetting, 'words' | 'locale'> & { locale: InterfaceLanguage },
  { writer, pages, posts }: { writer: SiteWriter; pages: PageChoice; posts: number },
): Promise<PageWriter> {
  const first = toFirstPage(pages, posts)
  if (first >= posts) return { toKey: () => '', write: () => Promise.resolve(undefined) }
  // Loaded only here: loading React takes longer than rebuilding a small site.
  const { toArticlePageHtml } = await import('./article-page-html.tsx')
  const words = await loadAllWords()
  const key = toSettingKey(setting)
  return {
    toKey: (firstOrdinal) => {
      const without = Math.min(Math.max(first - firstOrdinal, 0), rowsPerStretch)
      return without === rowsPerStretch ? '' : `${key} ${without}`
    },
    write: async ({ row, body }, ordinal) => {
      if (ordinal < first) return undefined
      // Needs no parser: this program has just made them.
      const summary = JSON.parse(row.toString()) as PostSummary
      const article = JSON.parse(body.toString()) as ArticleBody
      const path = `posts/${summary.id}/index.html`
      const locale = choosePageLanguage(summary.language, setting.locale)
      const page = { ...setting, words: words[locale], locale }
      const html = toArticlePageHtml({ summary, body: article }, page)
      assertSafePage(path, html)
      await writer.writePage(path, html)
      return path
    },
  }
}

async function loadAllWords(): Promise<Record<InterfaceLanguage, Words>> {
  const entries = interfaceLanguages.map(
    async (language) => [language, await loadWords(language)] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as Record<InterfaceLanguage, Words>
}

async function loadWords(language: InterfaceLanguage): Promise<Words> {
  return rememberWords(makeWords(await loadArticleMessages(language), language))
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

/** Cache key of what all pages share. The words need no part in it: they change only with the program. */
function toSettingKey({ shell, ...rest }: Omit<PageSetting, 'words'>): string {
  const frame = shell({ title: '1', language: '2', head: '3', root: '4' })
  return createHash('sha256')
    .update(JSON.stringify([rest, frame]))
    .digest('base64url')
    .slice(0, 22)
}
