// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTraditionalizer } from '#reader/chinese-script/to-traditional.ts'
import { ConvertedText } from './converted-text.ts'

const traditional = { script: 'zh-Hant', convert: makeTraditionalizer() } as const
const box = document.createElement('div')

/** Puts an article on the page and converts it to traditional characters. */
function show(html: string): ConvertedText {
  box.innerHTML = html
  const converted = new ConvertedText(traditional)
  converted.show(box)
  return converted
}

beforeEach(() => {
  box.replaceChildren()
})

describe('converting a Chinese article to another script', () => {
  test.each([
    ['phrases', '<p>头发发现了</p>', '<p>頭髮發現了</p>'],
    [
      'phrases that cross elements',
      '<p>头<b>发</b>和发<i>现</i></p>',
      '<p>頭<b>髮</b>和發<i>現</i></p>',
    ],
    ['no phrases that cross lines', '<p>头<br>发</p><p>现</p>', '<p>頭<br>發</p><p>現</p>'],
    ['no code', '<p>发<code>发</code></p>', '<p>發<code>发</code></p>'],
    [
      'no other languages',
      '<p>发<span lang="ja">発见</span></p>',
      '<p>發<span lang="ja">発见</span></p>',
    ],
    [
      'none of the reader’s own words',
      '<p>发<span class="picture-box"><i>图片</i><i class="picture-alt">发</i></span></p>',
      '<p>發<span class="picture-box"><i>图片</i><i class="picture-alt">發</i></span></p>',
    ],
    ['the lang attribute', '<p lang="zh-CN">发</p>', '<p lang="zh-Hant">發</p>'],
  ])('converts %s', (_, written, shown) => {
    const converted = show(`<div lang="zh-Hans">${written}</div><p>头发</p>`)
    expect(box.innerHTML).toBe(`<div lang="zh-Hant">${shown}</div><p>头发</p>`)
    converted.restore()
    expect(box.innerHTML).toBe(`<div lang="zh-Hans">${written}</div><p>头发</p>`)
  })

  test('keeps the text nodes and converts text that is added later', () => {
    const converted = show('<div lang="zh"><p>头</p></div>')
    const node = box.querySelector('p')?.firstChild
    box.querySelector('p')?.append('发')
    converted.show(box)
    expect(box.querySelector('p')?.textContent).toBe('頭髮')
    expect(box.querySelector('p')?.firstChild).toBe(node)
    converted.restore()
    expect(box.querySelector('p')?.textContent).toBe('头发')
  })

  test('does not restore text that other code has changed since', () => {
    const converted = show('<h1 lang="zh-Hans">头发</h1>')
    const title = box.querySelector('h1')?.firstChild
    if (title) title.textContent = '发现'
    converted.restore()
    expect(box.textContent).toBe('发现')
  })

  test('leaves an article in another language alone', () => {
    show('<div lang="ja"><p>头发</p></div>')
    expect(box.innerHTML).toBe('<div lang="ja"><p>头发</p></div>')
  })
})
