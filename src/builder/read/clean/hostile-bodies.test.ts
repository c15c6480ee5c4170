import { describe, expect, test } from 'vitest'
import { htmlLimits } from '#core/html/html-policy.ts'
import { countWork } from '#testing/count-work.ts'
import { cleanArticle } from './clean-article.ts'

const count = 100_000

function clean(body: string, bodyForm: 'html' | 'markdown' | 'text' = 'html') {
  return cleanArticle({ body, bodyForm, sourceUrl: 'https://a.example/' })
}

/** Work on an ordinary body of that many elements. */
const yardstick = countWork(() => clean('<p>text</p>'.repeat(count / 2))).work

/** Times the yardstick. A step that looked back at all before it, once for each element, would take thousands. */
const most = 4

function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!/^<(?:br|col|hr|img|source|wbr)\b/.test(tag)) deepest = Math.max(deepest, ++depth)
  }
  return deepest
}

describe('S19 extremely deep nesting is cleaned in linear time', () => {
  test.each([
    ['div', '<div>'.repeat(count) + 'text'],
    ['div with attributes', '<div lang=en>'.repeat(count) + 'text' + '</div>'.repeat(count)],
    ['b', '<b>'.repeat(count) + 'text'],
    [
      'b, each with another id',
      Array.from({ length: 20_000 }, (_, at) => `<b id=${at}>`).join('') + 'text',
    ],
    ['reconstructed formatting', '<p><b><i><u><s><em>'.repeat(20_000) + 'text'],
    ['links around paragraphs', '<a href=/x><p>'.repeat(50_000) + 'text'],
    ['lists', '<ul>'.repeat(count) + '<li>text'],
    ['items', '<ul><li>'.repeat(50_000) + 'text'],
    ['tables', '<table><tr><td>'.repeat(30_000) + 'text'],
    ['foster-parented paragraphs', '<table>' + '<p>text'.repeat(30_000)],
    ['quotes', '<blockquote>'.repeat(count) + 'text'],
    ['foreign elements', '<svg>' + '<g>'.repeat(30_000) + '</svg>text'],
    ['formulas', '<math><mrow>'.repeat(50_000) + 'text'],
    ['templates', '<template>'.repeat(50_000) + '</template>'.repeat(50_000) + 'text'],
    ['ruby', '<ruby><rt>'.repeat(50_000) + 'text'],
    ['unknown elements', '<x>'.repeat(count) + 'text'],
  ])('%s', (_, body) => {
    const { work, result: article } = countWork(() => clean(body))
    expect(work / yardstick).toBeLessThan(most)
    expect(article.parts.join('')).toContain('text')
    for (const part of article.parts) expect(depthOf(part)).toBeLessThanOrEqual(htmlLimits.depth)
  })

  test('are told to the keeper', () => {
    const article = clean('<div lang=en>'.repeat(1000) + 'text')
    expect(article.warnings).toMatchObject([{ field: 'body', reason: /deep inside/ }])
  })

  test('scripts at the bottom stay scripts', () => {
    const article = clean('<div lang=en>'.repeat(1000) + '<script>alert(1)</script>text')
    expect(article.text).toBe('text')
  })
})

describe('S19 huge bodies', () => {
  test('are split into parts of bounded size without losing text', () => {
    const body = Array.from({ length: 50_000 }, (_, at) => `<p>n${at}</p>`).join('')
    const article = clean(body)
    expect(article.parts).toHaveLength(5)
    expect(article.warnings).toMatchObject([{ reason: /5 parts/ }])
    expect(article.parts.join('')).toBe(body)
    for (const part of article.parts) {
      expect((part.match(/<p>/g)?.length ?? 0) * 2).toBeLessThanOrEqual(htmlLimits.nodesPerPart)
    }
  })

  test('continue a large element in the next part', () => {
    const items = Array.from({ length: 30_000 }, (_, at) => `<li>n${at}</li>`).join('')
    const article = clean(`<div lang=en><ol id=a>${items}</ol></div>`)
    const [first = '', second = ''] = article.parts
    expect(first).toMatch(/^<div lang="en"><ol><li>n0<.*<\/ol><\/div>$/)
    const start = /^<div lang="en"><ol start="(\d+)"><li>n(\d+)</.exec(second)
    expect(Number(start?.[1])).toBe(Number(start?.[2]) + 1)
    expect(article.parts.join('').match(/<li>/g)).toHaveLength(30_000)
  })
})

describe('S20 bodies built to be slow are cleaned in linear time', () => {
  // A share of what a body of the yardstick's length would hold, and half of that: a look back at all shows at small sizes, too.
  const share = 1 / 5
  test.each<[string, (times: (most: number) => number) => string, 'html' | 'markdown' | 'text']>([
    ['stars', (to) => '*'.repeat(to(1_000_000)), 'text'],
    ['labels of pictures', (to) => '<i role="img" aria-label="b"></i>'.repeat(to(20_000)), 'html'],
    ['open tags with a prefix in Markdown', (to) => '<o:p>'.repeat(to(200_000)), 'markdown'],
    ['stars in Markdown', (to) => '*'.repeat(to(100_000)), 'markdown'],
    ['brackets in Markdown', (to) => '['.repeat(to(50_000)), 'markdown'],
    ['emphasis in Markdown', (to) => '*a_ '.repeat(to(30_000)), 'markdown'],
    [
      'attributes',
      (to) => `<p ${Array.from({ length: to(count) }, (_, at) => `a${at}`).join(' ')}>text`,
      'html',
    ],
    ['a huge attribute', (to) => `<p title="${'a '.repeat(to(500_000))}">text`, 'html'],
    [
      'a huge srcset',
      (to) => `<img srcset="${'https://a.example/x.png 1w, '.repeat(to(50_000))}">`,
      'html',
    ],
    ['a srcset of blanks', (to) => `<img srcset="${' ,'.repeat(to(1_000_000))}">`, 'html'],
    [
      'a huge address',
      (to) => `<a href="https://a.example/${'%'.repeat(to(1_000_000))}">text</a>`,
      'html',
    ],
    ['a huge style', (to) => `<img src=/a.png style="${'width: '.repeat(to(100_000))}">`, 'html'],
    ['white space', (to) => ' \n'.repeat(to(500_000)), 'html'],
    ['unclosed comments', (to) => '<!--'.repeat(to(200_000)), 'html'],
    ['open tags', (to) => '<a '.repeat(to(200_000)), 'html'],
    ['ampersands', (to) => '&'.repeat(to(1_000_000)), 'html'],
    [
      'pictures with noscript twins',
      (to) => '<img src=/a.png><noscript><img src=/b.png></noscript>'.repeat(to(10_000)),
      'html',
    ],
    ['empty blocks between words', (to) => 'a<div></div>'.repeat(to(50_000)), 'html'],
    ['stray items', (to) => '<ul>' + 'a<li>b'.repeat(to(50_000)), 'html'],
  ])('%s', (_, toBody, bodyForm) => {
    const workOn = (part: number) =>
      countWork(() =>
        clean(
          toBody((all) => all * part),
          bodyForm,
        ),
      ).work
    const work = workOn(share)
    expect(work / yardstick).toBeLessThan(most * share)
    expect(work / workOn(share / 2)).toBeLessThan(2.5)
  })
})
