import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ArticleHrefs } from './article-hrefs.ts'
import { ArticleRecord } from './article-record.tsx'
import { loadArticleMessages } from './load-messages.ts'
import { makeWords } from './words.ts'

const hrefs: ArticleHrefs = {
  facet: (facet, value) => `/?${facet}=${value}`,
  post: (id) => id,
  place: (id) => id,
  day: (day) => day,
}

test('the record has the mirror’s number, verbatim', async () => {
  const html = renderToStaticMarkup(
    <ArticleRecord
      summary={{ sourceTimestamp: { text: '1598824571000', origin: 'epochComment' } }}
      body={{ file: 'seed/a.md' }}
      words={makeWords(await loadArticleMessages('en'), 'en')}
      hrefs={hrefs}
    />,
  )
  expect(html).toContain('<bdi>1598824571000</bdi> · Unix time in milliseconds')
})

test('the record leads to all posts of its host', async () => {
  const html = renderToStaticMarkup(
    <ArticleRecord
      summary={{ sourceHost: 'youtube.com' }}
      body={{ file: 'seed/a.md' }}
      words={makeWords(await loadArticleMessages('en'), 'en')}
      hrefs={hrefs}
    />,
  )
  expect(html).toContain('<dt>Website</dt><dd><a href="/?source=youtube.com">youtube.com</a></dd>')
})
