import { createHash } from 'node:crypto'
import { interfaceLanguages } from '#article/languages/interface-languages.ts'
import { loadArticleMessages } from '#article/load-messages.ts'
import type { PageWriter } from '#builder/site/assembly/site-parts.ts'
import type { PageChoice } from '#builder/site/plan/build-options.ts'
import { toFirstPage } from '#builder/site/plan/first-page.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { rowsPerStretch } from '#shape/timeline/shard.ts'
import { openPageThreads } from './page-threads.ts'
import type { PageWork, SharedSetting } from './page-work.ts'

/** Makes the writer of article pages. The timeline calls it for each stretch while it has rows and bodies at hand. */
export function makePageWriter(
  setting: SharedSetting,
  { writer, pages, posts }: { writer: SiteWriter; pages: PageChoice; posts: number },
): PageWriter {
  const first = toFirstPage(pages, posts)
  const threads = openPageThreads()
  const key = toSettingKey(setting)
  let messages: ReturnType<typeof loadMessages> | undefined
  return {
    toKey: (firstOrdinal) => {
      const without = Math.min(Math.max(first - firstOrdinal, 0), rowsPerStretch)
      return without === rowsPerStretch || first >= posts ? '' : `${key} ${without}`
    },
    write: async (stretch, firstOrdinal) => {
      const meant = stretch.slice(Math.max(first - firstOrdinal, 0))
      if (meant.length === 0) return []
      messages ??= loadMessages()
      const rendered = await threads.render({ setting, messages: await messages, posts: meant })
      for (const { path, bytes, sum } of rendered) await writer.writePage(path, bytes, sum)
      return rendered.map(({ path }) => path)
    },
    close: () => threads.close(),
  }
}

async function loadMessages(): Promise<PageWork['messages']> {
  const entries = interfaceLanguages.map(
    async (language) => [language, await loadArticleMessages(language)] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as PageWork['messages']
}

/** Cache key of what all pages share. The words need no part in it: they change only with the program. */
function toSettingKey(setting: SharedSetting): string {
  return createHash('sha256').update(JSON.stringify(setting)).digest('base64url').slice(0, 22)
}
