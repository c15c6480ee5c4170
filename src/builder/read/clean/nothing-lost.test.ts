import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toWholePage } from '#core/html/whole-page.ts'
import { cleanArticle } from './clean-article.ts'

/** Words that nothing else writes, so that each can be found again. */
const word = fc.integer({ min: 0, max: 999_999 }).map((number) => `q${number}w`)

const phrases = 'b code em i mark s small span strong sub sup u x-word a label output'.split(' ')
const blocks =
  'div p section article blockquote li td h2 fieldset center main aside details dialog-box ul dl form'.split(
    ' ',
  )
const seldom =
  'noscript noframes noembed object applet canvas audio video textarea button marquee ruby'.split(
    ' ',
  )
const styles = [
  '',
  ' style="color:red"',
  ' style="white-space:pre-wrap"',
  ' style="text-decoration:line-through"',
  ' style="font-weight:bold;font-style:italic"',
  ' aria-hidden="true"',
  ' class="sr-only"',
  ' hidden="until-found"',
]
const hiding = ['hidden', 'style="display:none"', 'style="visibility:hidden"', 'popover']

const leaf = fc.oneof(
  word,
  word.map((text) => `<img alt="${text}">`),
  word.map((text) => `<img src="data:image/svg+xml,x" alt="${text}">`),
  word.map((text) => `<input value="${text}">`),
  word.map((text) => `<svg width="300"><text>${text}</text></svg>`),
  // The parser of the specification drops any other element in a `select`.
  word.map((text) => `<select><option>${text}</option></select>`),
  word.map((text) => `<iframe>${text}</iframe>`),
  word.map((text) => `<math><mtext>${text}</mtext></math>`),
  // One word each, as each is counted once.
  fc.tuple(fc.constantFrom(...hiding), word).map(([by, text]) => `<span ${by}>${text}</span>`),
  fc.tuple(fc.constantFrom(...hiding), word).map(([by, text]) => {
    return `<div ${by}><svg><text>${text}</text></svg></div>`
  }),
  word.map((text) => `<ruby>${text}<rp>(</rp><rt>r${text}</rt><rp>)</rp></ruby>`),
  word.map((text) => `<ruby><rb>${text}</rb><rb>s${text}</rb><rt>r</rt><rt>t</rt></ruby>`),
  word.map((text) => `<noscript>&lt;p&gt;${text}&lt;/p&gt;</noscript>`),
  word.map((text) => `<iframe srcdoc="<p>${text}</p>" src="https://a.example/"></iframe>`),
  word.map((text) => `<x-y><template shadowrootmode="open">${text}</template></x-y>`),
  word.map((text) => `<select><optgroup label="${text}"><option>a</option></optgroup></select>`),
  word.map((text) => `<map><area href="/a" alt="${text}"></map>`),
  word.map((text) => `<textarea placeholder="${text}"></textarea>`),
  word.map((text) => `<svg><title>${text}</title><path d="M0 0"/></svg>`),
  word.map((text) => `<svg><foreignObject><p>${text}</p></foreignObject></svg>`),
  word.map((text) => `<script type="math/tex">${text}^2</script>`),
  word.map((text) => `<amp-mathml data-formula="${text}^2"></amp-mathml>`),
  word.map((text) => `<span class="sfrac"><i class="num">${text}</i><i class="den">2</i></span>`),
  word.map((text) => `<amp-brightcove title="${text}"></amp-brightcove>`),
  word.map((text) => `<video src="/v.mp4"></video><xmp>${text}</xmp>`),
  word.map((text) => `<listing>${text}</listing>`),
  word.map((text) => `<img src="cid:1" title="${text}">`),
)

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf,
    fc
      .tuple(
        fc.constantFrom(...phrases, ...blocks, ...seldom),
        fc.constantFrom(...styles),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([tag, style, inside]) => `<${tag}${style}>${inside.join(' ')}</${tag}>`),
  ),
}))

/** All words of the source. */
function listWords(html: string): string[] {
  return [...new Set(html.match(/q\d+w/g))]
}

test('every visible word of a page is in the article, on its whole page, or counted', () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (trees) => {
      const body = trees.join('\n')
      const { parts, page, changes } = cleanArticle({ body, bodyForm: 'html' })
      const shown = [...parts, ...(page ? toWholePage(parts, page) : [])].join('')
      const lost = listWords(body).filter((text) => !shown.includes(text))
      const counted = Object.values(changes).reduce((sum, count) => sum + count, 0)
      expect(lost.slice(counted)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
