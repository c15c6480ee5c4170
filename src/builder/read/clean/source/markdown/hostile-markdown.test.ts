import { describe, expect, test } from 'vitest'
import { countWork, doubleWork } from '#testing/count-work.ts'
import { cleanArticle } from '../../clean-article.ts'

function toHtml(body: string): string {
  return cleanArticle({ body, bodyForm: 'markdown' }).parts.join('')
}

describe('S20 Markdown built to be slow is rendered in linear time', () => {
  const times = 20_000
  const yardstick = countWork(() => toHtml('word *word*\n\n'.repeat(times))).work
  test.each([
    '[^a',
    '^[',
    '^[^[',
    '[^a]: x\n\n',
    '[^a]: [^a]: ',
    'a[^a] ',
    '*[A]: b\n',
    'HTML *a* ',
    '{:',
    '{: .a}',
    '{: .a}\n',
    '{::comment}\n',
    '{::',
    '*a*{:.b}',
    '==',
    '==a',
    '== a ==',
    '[[',
    '![[',
    '[[a]]',
    '$$',
    '$$a',
    '$$\n',
    '| a |\n',
    '|\n',
    '|a',
    '> [!a] ',
    '> [!note]\n',
    ':::a\n',
    '!!! a\n    ',
    '- [x] a\n',
    'a\n: b\n',
    '<div>\n\n- a\n',
    '<div>\n\n',
    '</div>\n',
    '<p>',
    '<p>\n',
    '<a',
    '<A>',
    '<Note>\n',
    '<o:p>',
    '<o:p>a</o:p>',
    '<!--',
    '`',
    '## a {#b}\n',
    '## a\n',
    '[toc]\n\n',
  ])('%j', (text) => {
    const body = `[^a]: x\n\n*[HTML]: x\n\n${text.repeat(times)}`
    expect(countWork(() => toHtml(body)).work / yardstick).toBeLessThan(12)
  })

  test.each([
    ['{::comment}\n', ''],
    ['{::options a}\n', '{:/options}'],
    ['> {::nomarkdown}\n', ''],
    ['{::comment}\n> {::comment}\n', ''],
    ['- {::comment}\n> {::comment}\n\n', ''],
  ])('%j, whose ends are looked for once', (text, end) => {
    expect(doubleWork(4_000, (size) => toHtml(text.repeat(size) + end))).toBeLessThan(2.5)
  })

  test('elements in elements', () => {
    const body = `${'<div>\n\n- a\n'.repeat(3000)}${'</div>\n'.repeat(3000)}`
    expect(countWork(() => toHtml(body)).work / yardstick).toBeLessThan(12)
  })
})
