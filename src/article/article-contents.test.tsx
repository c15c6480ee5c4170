import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { parsePostId } from '#core/post/post-id.ts'
import { loadArticleMessages } from './load-messages.ts'
import { makeWords } from './words.ts'
import { ArticleContents } from './article-contents.tsx'
import { listLinkedHeadings } from './list-headings.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')
const heading = (level: number, name: string, html: string) =>
  `<h${level} id="user-content-${name}">${html}</h${level}><p>x</p>`
const three = heading(3, 'a', 'Sea') + heading(4, 'b', 'Wall') + heading(3, 'c', 'Lamp')

describe('the headings of an article', () => {
  test('are those with ids, as plain text, from the top level on', () => {
    const part = `<h2>no id</h2>${heading(3, 'section-1', '<b>Sea</b> &amp;<br>&lt;wall&gt;')}
      <h4 lang="en" id="user-content-n">Lamp</h4>`
    expect(listLinkedHeadings([part, heading(3, 'section-3', 'Light')])).toEqual([
      { name: 'section-1', depth: 1, text: 'Sea & <wall>' },
      { name: 'n', depth: 2, text: 'Lamp' },
      { name: 'section-3', depth: 1, text: 'Light' },
    ])
  })

  test.each([
    ['fewer than three', heading(2, 'a', 'Sea') + heading(2, 'b', 'Wall')],
    ['without words', heading(2, 'a', ' <br> ').repeat(9)],
    ['with a foreign id', three.replaceAll('user-content-', 'app-')],
    ['unclosed', three.replaceAll('</h', '</x')],
  ])('are ignored: %s', (_, part) => {
    expect(listLinkedHeadings([part])).toEqual([])
  })

  test('are bounded and parsed in linear time', () => {
    expect(listLinkedHeadings([three.repeat(500)])).toHaveLength(300)
    expect(
      listLinkedHeadings(['<h2 '.repeat(200_000), '<h2 id="user-content-a">'.repeat(50_000)]),
    ).toEqual([])
  })
})

describe('the table of contents', () => {
  const id = parsePostId('2020-08-30-abcdefgh')
  const render = (part: string) => {
    if (id === undefined) throw new Error('not a post id')
    return renderToStaticMarkup(
      <ArticleContents
        summary={{
          id,
          tags: [],
          collection: 'x',
          kind: 'article',
          language: 'zh-Hant',
          length: { count: 1, unit: 'words' },
        }}
        body={{ id, file: 'x', parts: [part] }}
        words={words}
        hrefs={{
          facet: () => '',
          post: () => '',
          day: () => '',
          place: (post, name) => `#${post}-${name}`,
        }}
      />,
    )
  }

  test('links to each heading in the article’s own language', () => {
    const html = render(three)
    expect(html).toContain('<summary>Contents <small>3</small></summary>')
    expect(html).toContain('<ol lang="zh-Hant" dir="ltr">')
    expect(html).toContain('<a href="#2020-08-30-abcdefgh-b">Wall</a>')
  })

  test('is left out of articles without headings', () => {
    expect(render('<p>x</p>')).toBe('')
  })
})
