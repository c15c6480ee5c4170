import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPageSteps, toWholePage } from './whole-page.ts'

const token = constantFrom('<p>', '</p>', '<div>', '</div>', 'a', 'b', 'Read on', '海墙', '<br>')
const html = array(token, { maxLength: 40 }).map((tokens) => tokens.join(''))
const parts = array(html, { maxLength: 3 })

describe('the page an article was extracted from', () => {
  test('round-trips, whatever both contain', () => {
    assert(
      property(parts, parts, (article, page) => {
        expect(toWholePage(article, toPageSteps(article, page))).toEqual(page)
      }),
    )
  })

  test('does not store the content of the article again', () => {
    const article = ['<p>One.</p><p>Two.</p>', '<p>Three.</p>']
    const page = ['<ul><li>Menu</li></ul><p>One.</p><p>Ad</p><p>Two.</p><p>Three.</p><p>End</p>']
    const steps = toPageSteps(article, page)
    expect(
      steps
        .flat()
        .filter((step) => typeof step === 'string')
        .join(''),
    ).toBe('<ul><li>Menu</li></ul>Ad</p><p><p>End</p>')
    expect(toWholePage(article, steps)).toEqual(page)
  })

  test('skips what only the article contains', () => {
    const steps = toPageSteps(['<h2>Head</h2><p>Text.</p>'], ['<h3>Head</h3><p>Text.</p>'])
    expect(steps).toEqual([['<h3>', -4, 4, '</h3>', -5, 12]])
  })

  test('is shorter, never an error, when steps exceed the article', () => {
    expect(toWholePage(['ab'], [[5, 'c', -9, 2], []])).toEqual(['abc', ''])
  })
})
