import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ArticleRecord } from './article-record.tsx'
import { loadArticleMessages } from './load-messages.ts'
import { makeWords } from './words.ts'

test('the record has the mirror’s number, verbatim', async () => {
  const html = renderToStaticMarkup(
    <ArticleRecord
      summary={{ sourceTimestamp: { text: '1598824571000', origin: 'epochComment' } }}
      body={{ file: 'seed/a.md' }}
      words={makeWords(await loadArticleMessages('en'), 'en')}
    />,
  )
  expect(html).toContain('<bdi>1598824571000</bdi> · Unix time in milliseconds')
})
