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

test('A16 the record tells the whole hash of the file, and what it proves', async () => {
  const sha256 = '0f'.repeat(32)
  for (const [language, said] of [
    ['en', 'proves that this archive held a file with these bytes'],
    ['zh-Hans', '证明本文库曾存有一份字节完全相同的文件'],
    ['zh-Hant', '證明本典藏曾存有一份位元組完全相同的檔案'],
  ] as const) {
    const html = renderToStaticMarkup(
      <ArticleRecord
        summary={{}}
        body={{ file: 'seed/a.md', source: { sha256 } }}
        words={makeWords(await loadArticleMessages(language), language)}
        hrefs={hrefs}
      />,
    )
    expect(html).toContain(`<bdi>${sha256}</bdi> · ${said}`)
  }
})

test('the record has the print of the key of a signed archive alone', async () => {
  const words = makeWords(await loadArticleMessages('en'), 'en')
  const render = (keyPrint?: string) =>
    renderToStaticMarkup(
      <ArticleRecord summary={{}} body={{ file: 'seed/a.md' }} {...{ words, hrefs, keyPrint }} />,
    )
  expect(render('abcd-efgh')).toContain(
    '<dt>Print of the archive’s key</dt><dd><bdi>abcd-efgh</bdi></dd>',
  )
  expect(render()).not.toContain('key')
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
