import {
  interfaceLanguages,
  loadArticleMessages,
  type InterfaceLanguage,
} from '#article/load-messages.ts'
import { makeWords, type Words } from '#article/words.ts'
import type { PageChoice } from '../build-options.ts'
import type { SiteWriter } from '../write/site-writer.ts'
import type { PostVisitor } from '../write/write-timeline.ts'
import { toArticlePageHtml, type PageSetting } from './article-page-html.tsx'
import { assertSafePage } from './check-page.ts'

/** The interface language nearest to the archive's main one; `languages` are the posts', most frequent first. */
export function chooseInterfaceLanguage(languages: string[]): InterfaceLanguage {
  const main = languages[0]
  return interfaceLanguages.find((language) => language === main) ?? 'en'
}

/** The interface language of a post's page: the post's own where there are words in it, else the archive's. */
export function choosePageLanguage(
  language: string | undefined,
  archive: InterfaceLanguage,
): InterfaceLanguage {
  return interfaceLanguages.find((known) => known === language) ?? archive
}

/** Gives what writes the pages of the chosen posts, each as its body passes by. */
export async function makePageVisitor(
  setting: Omit<PageSetting, 'words' | 'locale'> & { locale: InterfaceLanguage },
  { writer, pages, posts }: { writer: SiteWriter; pages: PageChoice; posts: number },
): Promise<PostVisitor> {
  const words = await loadAllWords()
  const first = toFirstPage(pages, posts)
  return async (post, ordinal) => {
    if (ordinal < first) return
    const path = `posts/${post.summary.id}/index.html`
    const locale = choosePageLanguage(post.summary.language, setting.locale)
    const html = toArticlePageHtml(post, { ...setting, words: words[locale], locale })
    assertSafePage(path, html)
    await writer.writePage(path, html)
  }
}

async function loadAllWords(): Promise<Record<InterfaceLanguage, Words>> {
  return {
    en: await loadWords('en'),
    'zh-Hans': await loadWords('zh-Hans'),
    'zh-Hant': await loadWords('zh-Hant'),
  }
}

async function loadWords(language: InterfaceLanguage): Promise<Words> {
  return makeWords(await loadArticleMessages(language), language)
}

/** Ordinal of the first post that gets a page: the newest ones come last. */
function toFirstPage(pages: PageChoice, posts: number): number {
  if (pages === 'all') return 0
  return pages === 'none' ? posts : Math.max(0, posts - pages.latest)
}
