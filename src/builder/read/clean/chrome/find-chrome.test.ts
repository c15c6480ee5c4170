import { describe, expect, test } from 'vitest'
import { toWholePage } from '#core/html/whole-page.ts'
import { cleanArticle } from '../clean-article.ts'

const long = '<p>The sea wall was finished in the spring.</p>'.repeat(40)

function clean(body: string, sourceUrl = 'https://news.example/a') {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl })
}

describe('page chrome', () => {
  test.each([
    [
      'the byline of a known host',
      'https://www.iyouport.org/a',
      '<div class="entry-meta"><span>A. Lee</span></div><p>Text.</p>',
    ],
    [
      'related posts of a known host',
      'https://nei.st/a',
      '<p>Text.</p><section class="jsx-1 collection"><h2>Other</h2></section>',
    ],
    [
      'an element with the tag of a rule',
      'https://matters.news/a',
      '<lt-div>Text.</lt-div><p>Text.</p>',
    ],
    [
      'an element on a subdomain of a known host',
      'https://hill.medium.com/a',
      '<p class="medium-feed-link">More</p>Text.',
    ],
    [
      'share buttons',
      'https://news.example/a',
      '<p>Text.</p><div class="x sharedaddy">Share</div>',
    ],
    [
      'a menu',
      'https://news.example/a',
      '<nav><ul><li><a href="/">Home</a><li><a href="/b">News</a></ul></nav><p>Text.</p>',
    ],
    [
      'the boilerplate that a platform appends',
      'https://hill.example/a',
      '<div><p>Text.</p><hr><p><a href="/a">A</a> was originally published in <a href="/">B</a> on Medium, where people are continuing the conversation by highlighting and responding to this story.</p></div>',
    ],
    [
      "readers' comments",
      'https://news.example/a',
      '<p>Text.</p><div id="comments" class="comments-area"><p>First!</p></div>',
    ],
  ])('is separated: %s', (_, url, body) => {
    const { text, page, parts } = clean(body, url)
    expect(text).toBe('Text.')
    const whole = toWholePage(parts, page ?? []).join('')
    expect(whole.length).toBeGreaterThan(parts.join('').length)
    expect(whole).toContain('Text.')
  })

  test.each([
    ['marks of another host', '<div class="entry-meta">A. Lee</div><p>Text.</p>'],
    ['a table of contents', '<nav><a href="#one">One</a></nav><p id="one">Text.</p>'],
    ['a nav without links', '<nav>Text without links</nav><p>Text.</p>'],
    ['an empty widget', '<div class="sharedaddy"> </div><p>Text.</p>'],
    ['a widget that is the only content', '<div class="sharedaddy">Share</div>'],
  ])('is not found in %s', (_, body) => {
    const { page, warnings } = clean(body)
    expect(page).toBeUndefined()
    expect(warnings).toEqual([])
  })

  test('leaves the text around it on separate lines', () => {
    expect(clean('one<div class="sharedaddy">Share</div>two').parts).toEqual(['one<br>two'])
  })

  test('counts neither for excerpt and length nor as the lead image', () => {
    const { excerpt, length, leadImage } = clean(
      '<nav><a href="/"><img src="/logo.png" width="300" height="200">Startseite und mehr</a></nav><p>Text.</p>',
    )
    expect(excerpt).toBe('Text.')
    expect(length.count).toBe(1)
    expect(leadImage).toBeUndefined()
  })

  test('is kept and reported if it would be most of a long text', () => {
    const { page, text, warnings } = clean(`<div class="sharedaddy">${long}</div><p>Text.</p>`)
    expect(page).toBeUndefined()
    expect(text).toContain('sea wall')
    expect(warnings).toMatchObject([{ reason: expect.stringContaining('1600 characters') }])
  })

  test("is separated if it is readers' comments, however long", () => {
    const body = `<p>Text.</p><div id="comments" class="comment-respond">${long}</div>`
    expect(clean(body)).toMatchObject({ text: 'Text.', warnings: [] })
  })
})
