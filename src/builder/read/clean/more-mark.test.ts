import { describe, expect, test } from 'vitest'
import { cleanArticle } from './clean-article.ts'

function excerptOf(body: string): string | undefined {
  return cleanArticle({ body, bodyForm: 'markdown' }).excerpt
}

describe('B15 the excerpt', () => {
  test.each([
    ['<!--more-->'],
    ['<!-- more -->'],
    ['<!--more Read on-->'],
    ['<!-- excerpt -->'],
    ['<!-- truncate -->'],
    ['<!--excerpt-end-->'],
    ['<!-- end_excerpt -->'],
    ['<!-- Read more -->'],
  ])('ends at %s', (mark) => {
    expect(excerptOf(`The lamp **was** lit, [they say][1].\n\n${mark}\n\nMore.\n\n[1]: /a`)).toBe(
      'The lamp was lit, they say.',
    )
  })

  test('ends at a mark within a paragraph', () => {
    expect(excerptOf('The lamp was lit. <!--more--> More.')).toBe('The lamp was lit.')
  })

  test.each([
    ['other comments', 'The lamp was lit.\n\n<!-- note -->\n\nMore.', 'The lamp was lit. More.'],
    ['a mark with nothing before it', '<!--more-->\n\nThe lamp was lit.', 'The lamp was lit.'],
    ['a mark in code', '`<!--more-->` is a mark.\n\nMore.', '<!--more--> is a mark. More.'],
  ])('goes on behind %s', (_, body, excerpt) => {
    expect(excerptOf(body)).toBe(excerpt)
  })
})
