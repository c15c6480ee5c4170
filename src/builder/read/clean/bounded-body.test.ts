import { describe, expect, test } from 'vitest'
import { countWork } from '#testing/count-work.ts'
import { cleanArticle } from './clean-article.ts'
import { boundBody, mostCharacters, mostMarks, mostTags } from './source/bound-source.ts'
import { mostRest } from './settle/rest-as-text.ts'

const half = mostTags / 2
/** As many tags as the bound: ends of nothing, which cost the parser least. */
const mostEnds = '</x>'.repeat(mostTags)
const words = 'a '.repeat(mostCharacters / 2)
const file = `data:image/png;base64,${'A'.repeat(mostCharacters)}`

/** Text as long as the bound, and 40 characters more: a line of it. */
function asTexts(text: string): string {
  const all = text.repeat(Math.ceil(mostCharacters / text.length))
  return `${all.slice(0, mostCharacters - 1)}\n${'b'.repeat(39)}`
}

describe('S19 a body beyond the bound', () => {
  test.each([
    ['html', '<b>x</b>'.repeat(half), 0],
    ['html', `${'<b>x</b>'.repeat(half)}<i>y</i>`, 8],
    ['html', 'a < b & c '.repeat(mostTags), 0],
    ['markdown', 'a*b*\n\n'.repeat(mostMarks / 4), 0],
    ['markdown', `${'a*b*\n\n'.repeat(mostMarks / 4)}c*d*\n\ne`, 9],
    ['markdown', 'word '.repeat(mostMarks), 0],
    ['text', '*_<b>\n'.repeat(mostMarks), 0],
    ['text', `${'a\n'.repeat(mostMarks)}b\nc`, 4],
    ['html', words, 0],
    ['html', `${words}b c`, 4],
    ['html', `<p>b${words.slice(9)}<i>b</i> c`, 6],
    ['markdown', `${words.slice(4)}\n\nb c`, 5],
    ['text', `${words.slice(4)}\nb c d`, 6],
    ['html', `<p><img alt="b" src="${file}">${words.slice(99)}`, 0],
    ['html', `<p>${words.slice(9)}b ${file}`, file.length + 1],
    ['html', `<p\n>${file}`, file.length + 4 - mostCharacters],
    ['html', asTexts('](data:image/a=www,) '), 40],
    ['html', asTexts('[a](data:image/png;base64,AAAA) '), 40],
    ['html', `<img alt="${file}`, file.length + 10 - mostCharacters],
    ['text', asTexts('[a](data:image/png;base64,AAAA) '), 40],
    ['text', `<img src="${file}`, file.length + 10 - mostCharacters],
    ['markdown', `b](${file})`, file.length + 4 - mostCharacters],
    ['markdown', `[b](${file.replace(';base64', '')})`, file.length - 2 - mostCharacters],
    ['markdown', `[a [b]](${file})\n\n*b* c`, 0],
    ['markdown', `![a](${file})\n\n*b* c`, 0],
    ['markdown', `![a](<${file}> "b")\n\n*b* c`, 0],
    ['markdown', `![a][b]\n\n[b]: ${file}\n\n*b* c`, 0],
    ['markdown', `![a](${file}`, file.length + 5 - mostCharacters],
    ['markdown', `${words.slice(6)}\n\nb ${file}`, file.length + 4],
  ] as const)('of %s is divided at a whole tag or line', (form, body, length) => {
    const { head, rest } = boundBody(body, form)
    expect(rest).toHaveLength(length)
    expect(head + rest).toBe(body)
  })

  test('is shown to its end, the rest as text, with a mark', () => {
    const body = `${mostEnds}<script>y()</script> the end &amp;</div>`
    const { parts, text, changes, warnings } = cleanArticle({ body, bodyForm: 'html' })
    expect(parts.join('')).toContain(
      '<p><span data-left-out="markup">▨ &lt;/&gt;</span></p><pre>&lt;script&gt;y()',
    )
    expect(text).toMatch(/the end &amp;<\/div>$/)
    expect(changes).toEqual({ markup: 1 })
    expect(warnings.map(({ reason }) => reason).join()).toMatch(/its rest \(\d+ characters\) is/)
  })

  test('is never run: a script, comment or table may be open at the bound', () => {
    for (const open of ['<script>', '<style>', '<!--', '<textarea>', '<table>', '<template>']) {
      const body = `${mostEnds.slice('</x>'.length * 2)}${open}<i>y</i> the end`
      const { text } = cleanArticle({ body: body + '<img src=x onerror=y()>', bodyForm: 'html' })
      expect(text).toContain('the end')
    }
  })

  test('is shown to its end where it is only long', () => {
    const { parts, text, changes, warnings } = cleanArticle({
      body: `<p>${words}<b>b</b> the end`,
      bodyForm: 'html',
    })
    expect(parts.join('')).toContain('<p><span data-left-out="markup">')
    expect(text).toMatch(/<b>b<\/b> the end$/)
    expect(changes).toEqual({ markup: 1 })
    expect(warnings.map(({ reason }) => reason).join()).toMatch(/too long .* its rest \(\d+ char/)
  })

  test('keeps characters of two halves whole', () => {
    const { head } = boundBody(`a${'\u{1f4f7}'.repeat(mostCharacters / 2)}`, 'html')
    expect(head).toHaveLength(mostCharacters - 1)
    const body = `${mostEnds}<i>${'a'.repeat(9)}${'\u{1f4f7}'.repeat(40_000)}</i>`
    const { text } = cleanArticle({ body, bodyForm: 'html' })
    expect(text.match(/\u{1f4f7}/gu)).toHaveLength(40_000)
  })

  test('is shown up to four million characters, which is said', () => {
    const body = `${mostEnds}<i>${'a '.repeat(mostRest)}`
    const { text, parts, warnings } = cleanArticle({ body, bodyForm: 'html' })
    expect(text.length).toBeLessThan(mostRest + mostTags * 2)
    expect(parts.at(-1)).toMatch(/<p><span data-left-out="markup">▨ …<\/span><\/p>$/)
    expect(warnings.map(({ reason }) => reason).join()).toContain('up to 4000000 of them')
  })

  test.each([
    ['html', '<b>x</b>', mostTags],
    ['html', 'https://a.example/b ', mostCharacters / 20],
    ['html', 'A. ', mostCharacters / 3],
    ['markdown', '[[a]]', mostMarks],
    ['markdown', '|', mostMarks],
    ['text', 'a\n\n', mostMarks],
  ] as const)('takes no more steps for its elements: %s of %j', (bodyForm, text, most) => {
    const workOf = (times: number) => {
      const body = text.repeat(times)
      return countWork(() => cleanArticle({ body, bodyForm })).work
    }
    expect(workOf(most * 4) / workOf(most)).toBeLessThan(2.5)
  })
})
