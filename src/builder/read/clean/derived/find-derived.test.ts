import { describe, expect, test } from 'vitest'
import { parseSourceHtml } from '../source/source-html.ts'
import { findDerived } from './find-derived.ts'

function find(html: string, lines: string[] = []) {
  return findDerived(parseSourceHtml(html).nodes, lines)
}

describe('derived facts', () => {
  test.each([
    ['rel', '<a rel="author nofollow">Ada Lee</a>'],
    ['a property', '<span itemprop="author"><b>Ada</b> Lee</span>'],
    ['a class', '<p class="post byline">By Ada Lee</p>'],
    ['a meta element', '<meta name="author" content="Ada Lee">'],
    ['the most reliable mark', '<p class="byline">Desk</p><a rel="author">Ada Lee</a>'],
    ['a byline that names a translator too', '<p class="byline">Ada Lee 翻译/海墙</p>'],
  ])('include the author from %s', (_, html) => {
    expect(find(html)).toEqual({ author: 'Ada Lee' })
  })

  test.each([
    ['作者：林青', '林青'],
    ['特约撰稿丨林青雨', '林青雨'],
    ['文 / 林青', '林青'],
    ['记者 林青报道', undefined],
    ['By Ada Lee', 'Ada Lee'],
    ['By Maria de la Cruz and Ada Lee', undefined],
    ['By Ada van Lee & Bo Ek', 'Ada van Lee & Bo Ek'],
    ['By then it was too late', undefined],
    ['By 2020', undefined],
    ['作者：这是一句话，不是名字。', undefined],
  ])('take the author from the line %s, if it is a byline', (line, author) => {
    expect(find('', ['Lead.', line])?.author).toBe(author)
  })

  test('do not take the author of a book for the author of the article', () => {
    expect(find('', ['作者：林青', '译者：海墙', '出版社：某某'])).toBeUndefined()
  })

  test('ignore a byline that also holds section and date', () => {
    const html = '<span class="byline">Desk / July 20, 2020 / <i class="byline">Members</i></span>'
    expect(find(html)).toBeUndefined()
  })

  test("include WordPress's tags and categories, and name numbered categories by their links", () => {
    const html =
      '<article class="post hentry tag-privacy tag-12 tag-sea-wall category-news category-27 category-uncategorized">' +
      '<a rel="category tag">News</a><a rel="category tag">海墙</a><a rel="category tag">Rest</a></article>'
    expect(find(html)).toEqual({ tags: ['privacy', 'sea-wall'], categories: ['news', '海墙'] })
  })

  test('require the hentry class, and ignore comments', () => {
    expect(find('<div class="tag-privacy category-news">a</div>')).toBeUndefined()
    const comment = '<a rel="author">Spam</a>'
    expect(find(`<div id="comments" class="comments-area">${comment}</div>`)).toBeUndefined()
  })

  test('include only a language that covers the whole page', () => {
    expect(find('<div lang="zh-Hant"><p>a</p></div>')).toEqual({ language: 'zh-Hant' })
    expect(find('<p lang="en">a</p><p>b</p>')).toBeUndefined()
  })
})
