import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DerivedFactsLine } from './derived-facts.tsx'

test('says once what author, sections and tags of a page have in common', () => {
  const html = renderToStaticMarkup(
    <DerivedFactsLine
      derived={{
        author: 'Ada Reed',
        categories: ['Tides', 'Sea wall'],
        tags: ['tides', 'ada reed', 'fog'],
      }}
      words={(key) => key}
      hrefs={{
        facet: (facet, value) => `${facet}=${value}`,
        post: () => '',
        place: () => '',
        day: () => '',
      }}
    />,
  )
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)
  expect(links).toEqual(['author=Ada Reed', 'category=Tides', 'category=Sea wall', 'tag=fog'])
})
