import { describe, expect, test } from 'vitest'
import { countWork, doubleWork } from '#testing/count-work.ts'
import { cleanArticle } from '../../clean-article.ts'

function toHtml(body: string): string {
  return cleanArticle({ body, bodyForm: 'markdown' }).parts.join('')
}

const workOf = (body: string) => countWork(() => toHtml(body)).work

const workOnNested = (depth: number) =>
  workOf(`${'<div>\n\n- a\n'.repeat(depth)}${'</div>\n'.repeat(depth)}`)

describe('S20 Markdown built to be slow is rendered in linear time', () => {
  // Small sizes see more than large ones would: at 1,000 pieces, a look back at each costs a third of what reading them does.
  const times = 2000
  const yardstick = workOf('word *word*\n\n'.repeat(times))

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
    const workOn = (pieces: number) => workOf(`[^a]: x\n\n*[HTML]: x\n\n${text.repeat(pieces)}`)
    const work = workOn(times)
    expect(work / yardstick).toBeLessThan(12)
    expect(work / workOn(times / 2)).toBeLessThan(2.5)
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
    const work = workOnNested(times)
    expect(work / yardstick).toBeLessThan(12)
    expect(work / workOnNested(times / 2)).toBeLessThan(2.5)
  })
})
