import { describe, expect, test } from 'vitest'
import { cleanArticle, type CleanArticle } from '../clean-article.ts'

function clean(body: string): CleanArticle {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://news.example/a' })
}

function toHtml(body: string): string {
  return clean(body)
    .parts.join('')
    .replaceAll(' decoding="async" loading="lazy" referrerpolicy="no-referrer"', '')
    .replaceAll(' rel="noopener noreferrer nofollow ugc" target="_blank"', '')
}

const math = (inside: string, more = '') => `<math${more}>${inside}</math>`

describe('a formula is written once', () => {
  test.each([
    ['a fraction', math('<mfrac><mn>1</mn><mn>2</mn></mfrac>'), '1/2'],
    [
      'a fraction of sums',
      math('<mfrac><mrow><mi>u</mi><mo>-</mo><mn>3</mn></mrow><mi>w</mi></mfrac><mn>4</mn>'),
      '(u-3)/w 4',
    ],
    [
      'a fraction below a product',
      math('<mfrac><mn>1</mn><mrow><mn>2</mn><mi>x</mi></mrow></mfrac>'),
      '1/(2x)',
    ],
    ['a power', math('<mn>3</mn><msup><mi>x</mi><mn>12</mn></msup>'), '3 x^12'],
    ['both scripts', math('<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>'), 'x_i^2'],
    [
      'a sum',
      math(
        '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>',
      ),
      '∑_(i=1)^n i',
    ],
    ['a root', math('<msqrt><mi>a</mi><mo>+</mo><mn>1</mn></msqrt>'), '√(a+1)'],
    ['another root', math('<mroot><mi>a</mi><mn>3</mn></mroot>'), '√[3]a'],
    ['a binomial', math('<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>'), 'binom(n, k)'],
    [
      'a matrix',
      math(
        '<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>',
      ),
      '[1, 2; 3, 4]',
    ],
    ['numbers side by side', math('<mn>12</mn><mn>34</mn>'), '12 34'],
    ['a function', math('<mi>sin</mi><mo>\u2061</mo><mi>x</mi>'), 'sin x'],
    ['a vector', math('<mover><mi>v</mi><mo>→</mo></mover>'), 'v\u20d7'],
    ['a mean', math('<mover><mi>x</mi><mo>¯</mo></mover>'), 'x\u0304'],
    [
      'an isotope behind a number',
      math('<mn>5</mn><mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts>'),
      '5 ^14C',
    ],
    [
      'an isotope',
      math('<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>'),
      '_6^14C',
    ],
    ['fences', math('<mfenced open="[" close=")"><mi>a</mi><mi>b</mi></mfenced>'), '[a, b)'],
    [
      'TeX in an annotation',
      math(
        '<semantics><mi>k</mi><annotation encoding="application/x-tex">\\kappa_{2}</annotation></semantics>',
      ),
      '\\kappa_{2}',
    ],
    ['TeX in `alttext`', math('<mi>k</mi>', ' alttext="\\kappa"'), '\\kappa'],
    ['a script of TeX', '<script type="math/tex">m_1 &lt; m_2</script>', 'm_1 &amp;lt; m_2'],
    [
      'a script of MathML',
      '<script type="math/mml"><math><mfrac><mi>p</mi><mn>7</mn></mfrac></math></script>',
      'p/7',
    ],
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml">${math('<semantics><mi>h</mi><annotation encoding="application/x-tex">h^7</annotation></semantics>')}</span><span class="katex-html" aria-hidden="true">h7</span></span>`,
      'h^7',
    ],
    [
      'KaTeX without its MathML',
      '<span class="katex"><span class="katex-html"><span>4</span><span>7</span></span></span>',
      '4 7',
    ],
    [
      'MathJax 2 with a preview',
      '<span class="MathJax_Preview">g2</span><span class="MathJax" id="m"><nobr>g2</nobr></span><script type="math/tex">g^2</script>',
      'g^2',
    ],
    [
      'MathJax 2 without its script',
      '<span class="MathJax" data-mathml="<math><msup><mi>g</mi><mn>5</mn></msup></math>"><nobr>g5</nobr></span>',
      'g^5',
    ],
    [
      'MathJax 3 by its class names',
      '<mjx-container jax="CHTML"><mjx-math><mjx-msup><mjx-mi><mjx-c class="mjx-c1D467"></mjx-c></mjx-mi><mjx-script><mjx-mn><mjx-c class="mjx-c38"></mjx-c></mjx-mn></mjx-script></mjx-msup></mjx-math></mjx-container>',
      'z^8',
    ],
    [
      'MathJax 3 by its drawing',
      '<mjx-container jax="SVG"><svg><g data-mml-node="math"><g data-mml-node="mfrac"><g data-mml-node="mi"><use data-c="1D462"/></g><g data-mml-node="msqrt"><g><g data-mml-node="mn"><path data-c="37"/></g></g><g data-mml-node="mo"><path data-c="221A"/></g><rect/></g><rect/></g></g></svg></mjx-container>',
      'u/(√7)',
    ],
    [
      'MathML with a prefix',
      '<m:math><m:mfrac><m:mn>3</m:mn><m:mn>8</m:mn></m:mfrac></m:math>',
      '3/8',
    ],
    [
      'a fraction that a style sheet draws',
      '<span class="sfrac"><span class="num">3</span><span class="sr-only">/</span><span class="den">8</span></span>',
      '3/8',
    ],
    [
      'MediaWiki',
      `<span class="mwe-math-element"><span style="display:none">${math('<mi>E</mi>')}</span><img class="mwe-math-fallback-image-inline" src="/e.svg" alt="{\\displaystyle E}"></span>`,
      'E',
    ],
    [
      'MediaWiki’s picture alone',
      '<img class="mwe-math-fallback-image-inline" src="/e.svg" alt="{\\displaystyle E_{5}}">',
      'E_{5}',
    ],
    [
      'TeX in an attribute',
      '<span class="ztext-math" data-tex="y_3"><span>y3</span></span>',
      'y_3',
    ],
  ])('%s', (_, body, formula) => {
    const { changes, parts } = clean(`<p>So ${body} holds.</p>`)
    expect(parts.join('')).toBe(`<p>So <code>${formula}</code> holds.</p>`)
    expect(changes).toEqual({ formula: 1 })
  })

  test('never runs into the number before it', () => {
    expect(toHtml(`<p>It is 5${math('<mfrac><mn>1</mn><mn>2</mn></mfrac>')} wide.</p>`)).toBe(
      '<p>It is 5 <code>1/2</code> wide.</p>',
    )
  })

  test('leaves a mark where nothing of it can be read', () => {
    const { parts, changes } = clean(
      '<p>So <mjx-container><svg width="2ex"><path d="M0 0"/></svg></mjx-container> holds.</p>',
    )
    expect(parts.join('')).toBe('<p>So <span data-left-out="drawing">▨</span> holds.</p>')
    expect(changes).toEqual({ drawing: 1 })
  })

  test('on a line of its own when the page drew it so', () => {
    expect(toHtml(`<p>So ${math('<mi>q</mi>', ' display="block"')} holds.</p>`)).toBe(
      '<p>So</p><p><code>q</code></p><p>holds.</p>',
    )
  })
})

describe('a drawing', () => {
  test.each([
    [
      'with words and a title',
      '<svg><title>Depth</title><text x="1">12 m</text><text><tspan x="1">high</tspan><tspan x="2">tide</tspan></text></svg>',
      '▨ Depth: 12 m · high tide',
    ],
    [
      'with HTML inside',
      '<svg><foreignObject><div>plum</div><div>jam</div></foreignObject></svg>',
      '▨ plum jam',
    ],
    ['with a label', '<svg aria-label="A chart" width="400"><path d="M0 0"/></svg>', '▨ A chart'],
    [
      'with a title, of the size of a banner',
      '<svg viewBox="0 0 300 40"><title>Tide curve</title><path d="M0 0"/></svg>',
      '▨ Tide curve',
    ],
    [
      'with a title and shapes from elsewhere',
      '<svg width="400"><title>Tide curve</title><use href="#a"/></svg>',
      '▨ Tide curve',
    ],
    [
      'small, that is a picture with a title',
      '<svg role="img" width="16"><title>Yes</title><path d="M0 0"/></svg>',
      '▨ Yes',
    ],
    ['without any words', '<svg width="400" height="300"><path d="M0 0"/></svg>', '▨'],
  ])('%s leaves a mark', (_, body, words) => {
    const { parts, changes } = clean(`<p>a</p><p>${body}</p>`)
    expect(parts.join('')).toBe(`<p>a</p><p><span data-left-out="drawing">${words}</span></p>`)
    expect(changes).toEqual({ drawing: 1 })
  })

  test.each([
    ['an icon', '<svg width="24"><title>Menu</title><path d="M0 0"/></svg>'],
    ['the sign of a link', '<a href="/x">b<svg viewBox="0 0 900 900"><path d="M0 0"/></svg></a>'],
    ['an icon without words', '<svg role="img" width="16"><path d="M0 0"/></svg>'],
    ['a rule between paragraphs', '<svg viewBox="0 0 300 20"><path d="M0 0"/></svg>'],
    [
      'a titled decoration',
      '<svg role="none" width="400"><title>Wave</title><path d="M0 0"/></svg>',
    ],
    ['a store of shapes', '<svg><defs><path d="M0 0"/></defs></svg>'],
    [
      'a store of icons with titles and words',
      '<svg><symbol id="a"><title>Menu</title><text>plum</text><path d="M0 0"/></symbol></svg>',
    ],
  ])('that is %s leaves none', (_, body) => {
    expect(toHtml(`<p>a</p><p>${body}</p>`)).not.toContain('▨')
  })

  test('shows the bitmap in it', () => {
    expect(toHtml('<svg><image href="/b.png"/></svg>')).toBe(
      '<img src="https://news.example/b.png" alt="">',
    )
  })
})

describe('in Markdown', () => {
  test.each([
    [
      'a formula is written once',
      'So <math><mfrac><mi>u</mi><mn>2</mn></mfrac></math> is **half**.',
      '<p>So <code>u/2</code> is <strong>half</strong>.</p>',
    ],
    [
      'a drawing leaves its words',
      'The *plan*:\n\n<svg width="300"><title>Depth</title>\n<text>12 m</text></svg>\n',
      '<p>The <em>plan</em>:</p><span data-left-out="drawing">▨ Depth: 12 m</span>',
    ],
    [
      'what only looks like a tag stays',
      'An *array* of `x` is an Array<text> here.',
      '<p>An <em>array</em> of <code>x</code> is an Array&lt;text&gt; here.</p>',
    ],
    [
      'a picture of AMP is one',
      'The *quay*: <amp-img src="https://i.example/q.jpg" alt="quay"></amp-img>',
      '<p>The <em>quay</em>: <img src="https://i.example/q.jpg" alt="quay" decoding="async" loading="lazy" referrerpolicy="no-referrer"></p>',
    ],
  ])('%s', (_, body, html) => {
    expect(cleanArticle({ body, bodyForm: 'markdown' }).parts.join('')).toBe(html)
  })
})
