import { describe, expect, test } from 'vitest'
import { hexo, hugo, render, zola } from '#builder/testing/make-template.ts'

type Rows = [name: string, body: string, expected: string][]

describe('shortcodes of Hugo', () => {
  test.each<[string, string, string]>([
    [
      'figure',
      '{{< figure src="a.jpg" alt="b" caption="c" link="/d" >}}',
      '\n\n<figure><a href="/d"><img src="a.jpg" alt="b"></a><figcaption>c</figcaption></figure>\n\n',
    ],
    [
      'figure over several lines',
      '{{< figure\n  src="a.jpg"\n  title="c"\n>}}',
      '\n\n<figure><img src="a.jpg" alt="c"><figcaption>c</figcaption></figure>\n\n',
    ],
    [
      'highlight',
      '{{< highlight go "linenos=table" >}}\na < b\n{{< /highlight >}}',
      '<pre data-language="go"><code>a &lt; b\n</code></pre>',
    ],
    [
      'highlight with backticks',
      '{{< highlight sh >}}\necho `<b>`\n{{< /highlight >}}',
      '<pre data-language="sh"><code>echo `&lt;b&gt;`\n</code></pre>',
    ],
    [
      'youtube',
      '{{< youtube w7Ft2ymGmfc >}}',
      '\n\n<iframe src="https://www.youtube.com/embed/w7Ft2ymGmfc"></iframe>\n\n',
    ],
    [
      'youtube by name',
      '{{< youtube id="w7Ft2ymGmfc" autoplay="true" >}}',
      '\n\n<iframe src="https://www.youtube.com/embed/w7Ft2ymGmfc"></iframe>\n\n',
    ],
    ['ref', '[a]({{< ref "b.md" >}})', '[a](https://archive.invalid/name/b.md)'],
    [
      'relref with a place',
      '[a]({{% relref "/c/b.md#d" %}})',
      '[a](https://archive.invalid/name/%2Fc%2Fb.md#d)',
    ],
    [
      'gist',
      '{{< gist ada 123456 >}}',
      '<a href="https://gist.github.com/ada/123456">https://gist.github.com/ada/123456</a>',
    ],
    [
      'a file of a gist',
      '{% gist 1234567 tide_table.rb %}',
      '<a href="https://gist.github.com/1234567#file-tide-table-rb">https://gist.github.com/1234567#file-tide-table-rb</a>',
    ],
    [
      'tweet',
      '{{< tweet user="ada" id="1234567890" >}}',
      '<a href="https://x.com/ada/status/1234567890">https://x.com/ada/status/1234567890</a>',
    ],
    [
      'a post of X with its last form',
      '{{< x user="ada" id="1234567890" >}}',
      '<a href="https://x.com/ada/status/1234567890">https://x.com/ada/status/1234567890</a>',
    ],
    [
      'instagram',
      '{{< instagram CxOWiQNP2MO >}}',
      '<a href="https://www.instagram.com/p/CxOWiQNP2MO/">https://www.instagram.com/p/CxOWiQNP2MO/</a>',
    ],
    [
      'a box',
      '{{% notice note "Wet" %}}Hold **on**.{{% /notice %}}',
      '\n\n**Wet**\n\nHold **on**.\n\n',
    ],
    [
      'one in another',
      '{{< details "a" >}}{{< figure src="b.png" >}}{{< /details >}}',
      '\n\n<details><summary>a</summary>\n\n<img src="b.png">\n\n</details>\n\n',
    ],
    ['one that is shown', '`{{</* ref "a" */>}}` {{%/* b */%}}', '`{{< ref "a" >}}` {{% b %}}'],
    [
      'the phrases of a caption',
      '{{< figure src="a.jpg" caption="b *c* by [d](/e) <b>f</b>" attr="Ada" attrlink="/g" >}}',
      '\n\n<figure><img src="a.jpg" alt="b c by d f · Ada"><figcaption>b <em>c</em> by <a href="/e">d</a> <b>f</b> · <a href="/g">Ada</a></figcaption></figure>\n\n',
    ],
    ['the name of a tab', '{{< tab name="a" >}}b{{< /tab >}}', '\n\n**a**\n\nb\n\n'],
    ['none in code', '```\n{{< youtube a >}}\n```', '```\n{{< youtube a >}}\n```'],
  ] satisfies Rows)('%s', (_, body, expected) => {
    expect(render(body, { site: undefined }).body).toBe(expected)
  })

  test('ref says where the page would be on a known site', () => {
    const more = { site: hugo, path: 'content/log/a.md' }
    expect(render('{{< ref "b.md#c" >}}', more).body).toBe(
      'https://archive.invalid/name/b.md?else=https%3A%2F%2Fpier.example%2Flog%2Fb%2F%23c#c',
    )
  })

  test('that are not known leave their text and are counted', () => {
    const { body, unknown } = render('{{< tide >}}a **b**{{< /tide >}} {{< tide />}}', {
      site: undefined,
    })
    expect([body, Object.fromEntries(unknown)]).toEqual(['a **b** ', { tide: 2 }])
  })
})

describe('shortcodes of Zola', () => {
  test.each<[string, string, string]>([
    [
      'a film',
      '{{ youtube(id="w7Ft2ymGmfc", autoplay=true) }}',
      '\n\n<iframe src="https://www.youtube.com/embed/w7Ft2ymGmfc"></iframe>\n\n',
    ],
    [
      'a quotation with its end',
      '{% quote(author="Ada, of the pier") %}\na **b**\n{% end %} c',
      '\n\n> a **b**\n> \n> — Ada, of the pier\n\n c',
    ],
    ['one in another', '{% fog() %}a {% tide(x=[1, 2]) %}b{% end %}{% end %}', 'a b'],
    ['one that is shown', '{{/* youtube(id="a") */}}', '{{ youtube(id="a") }}'],
    ['none in code', '`{{ fog(a=1) }}`', '`{{ fog(a=1) }}`'],
    ['an end alone', 'a {% end %} b', 'a  b'],
  ])('%s', (_, body, expected) => {
    expect(render(body, { site: zola }).body).toBe(expected)
  })

  test('that are not known are counted', () => {
    const { body, unknown } = render('{{ fog(a="b", title="c") }}', { site: undefined })
    expect([body, Object.fromEntries(unknown)]).toEqual(['c', { fog: 1 }])
  })

  test('are left as they are in a copy of a page', () => {
    const body = 'a {{ url_for(name="b") }}'
    expect(render(body, { site: undefined, isMirrored: true }).body).toBe(body)
  })
})

describe('includes of Jekyll whose name says what they show', () => {
  test.each([
    [
      '{% include figure.html src="/a.jpg" caption="b" %}',
      '\n\n<figure><img src="/a.jpg" alt="b"><figcaption>b</figcaption></figure>\n\n',
    ],
    ['{% include components/image.html url="/a.jpg" alt="b" %}', '<img src="/a.jpg" alt="b">'],
    [
      '{% include video id="w7Ft2ymGmfc" provider="youtube" %}',
      '\n\n<iframe src="https://www.youtube.com/embed/w7Ft2ymGmfc"></iframe>\n\n',
    ],
    ['{% include image.html src=page.cover alt="b" %}', 'b'],
  ])('%s', (body, expected) => {
    const { body: read, unknown } = render(body)
    expect([read, Object.fromEntries(unknown)]).toEqual([expected, { include: 1 }])
  })
})

describe('tags of Hexo', () => {
  test.each<[string, string, string]>([
    [
      'codeblock',
      '{% codeblock lamp.js lang:js %}\na < b;\n{% endcodeblock %}',
      '<pre data-language="js" title="lamp.js"><code>a &lt; b;\n</code></pre>',
    ],
    [
      'asset_img',
      '{% asset_img lamp.png 300 200 "A lamp" %}',
      '<img src="lamp.png" alt="A lamp" width="300" height="200">',
    ],
    [
      'img with classes',
      '{% img left /a.png 30 20 "b" "c" %}',
      '<img src="/a.png" alt="c" width="30" height="20">',
    ],
    [
      'post_link by its words',
      '{% post_link quay "The quay" %}',
      '<a href="https://archive.invalid/name/quay">The quay</a>',
    ],
    [
      'post_link by its name',
      '{% post_link 2020-01-02-quay %}',
      '<a href="https://archive.invalid/name/2020-01-02-quay?else=https%3A%2F%2Fpier.example%2F2020%2F01%2F02%2F2020-01-02-quay%2F">2020-01-02-quay</a>',
    ],
    ['asset_link', '{% asset_link a.pdf The chart %}', '<a href="a.pdf">The chart</a>'],
    [
      'quote',
      '{% blockquote Ada, Log https://pier.example/l %}\na\nb\n{% endblockquote %}',
      '\n\n> a\n> b\n> \n> — Ada, Log <https://pier.example/l>\n\n',
    ],
    ['raw', '{% raw %}{{ a }}{% endraw %}', '{{ a }}'],
    [
      'link',
      '{% link The chart https://pier.example/c true %}',
      '<a href="https://pier.example/c">The chart</a>',
    ],
    [
      'img with words without quotation marks, as Octopress has it',
      '{% img right /a.png 30 20 The wet deck %}',
      '<img src="/a.png" alt="The wet deck" width="30" height="20">',
    ],
    [
      'pullquote with the signs of Octopress',
      '{% pullquote %}The {" tide "} and {"the ebb"} came.{% endpullquote %}',
      '\n\n> The tide and the ebb came.\n\n',
    ],
    [
      'jsfiddle',
      '{% jsfiddle ada/x1y2 result light %}',
      '<a href="https://jsfiddle.net/ada/x1y2/">https://jsfiddle.net/ada/x1y2/</a>',
    ],
    [
      'code around a fence',
      '{% code title="a.js" lineNumbers="true" %}\n```js\nlet a\n```\n{% endcode %}',
      '\n\n**a.js**\n\n```js\nlet a\n```\n\n',
    ],
    [
      'iframe',
      '{% iframe https://pier.example/m 300 200 %}',
      '\n\n<iframe src="https://pier.example/m"></iframe>\n\n',
    ],
    ['url_for', '{% url_for The chart log/c.html %}', '<a href="log/c.html">The chart</a>'],
    ['a label of NexT', '{% label primary@a b %}', 'a b'],
    [
      'a button of NexT',
      '{% btn https://pier.example/c, a b, home %}',
      '<a href="https://pier.example/c">a b</a>',
    ],
    [
      'tabs of NexT',
      '{% tabs x %}<!-- tab A@home -->a<!-- endtab --><!-- tab -->b<!-- endtab -->{% endtabs %}',
      '\n\n**A**\n\na\n\n\n\nb\n\n',
    ],
    ['pullquote', '{% pullquote left %}\na\n{% endpullquote %}', '\n\n> a\n\n'],
    ['its own with a caption', '{% fog caption:"b" %}a{% endfog %}', '\n\n**b**\n\na'],
    [
      'its own with an address',
      '{% buoy https://pier.example/c %}a{% endbuoy %}',
      '<a href="https://pier.example/c">a</a>',
    ],
    [
      'youtube',
      '{% youtube w7Ft2ymGmfc %}',
      '\n\n<iframe src="https://www.youtube.com/embed/w7Ft2ymGmfc"></iframe>\n\n',
    ],
    ['a box of a theme', '{% note info %}\na\n{% endnote %}', '\n\na\n\n'],
  ] satisfies Rows)('%s', (_, body, expected) => {
    expect(render(body, { site: hexo }).body).toBe(expected)
  })
})

describe('MDX', () => {
  test.each<[string, string, string]>([
    [
      'loses imports and exports',
      "import A from './a'\nexport const b = {\n  c: 1,\n}\n\n# D",
      '\n\n\n# D',
    ],
    ['loses comments', 'a {/* b */} c', 'a  c'],
    [
      'keeps what components hold',
      '<Tabs values={[{ a: 1 > 0 }]}>\n\n**b**\n\n</Tabs>',
      '\n\n**b**\n\n',
    ],
    [
      'keeps words in a line',
      'A <Badge text="new" /> lamp, <Icon /> and <Link to="/b">c</Link>',
      'A new lamp,  and c',
    ],
    [
      'keeps pictures of components',
      '<Image src="/a.png" alt="b" caption="c" />',
      '\n\n<figure><img src="/a.png" alt="b"><figcaption>c</figcaption></figure>\n\n',
    ],
    [
      'keeps films of components',
      '<YouTube id="w7Ft2ymGmfc" />',
      '\n\n<iframe src="https://www.youtube.com/embed/w7Ft2ymGmfc"></iframe>\n\n',
    ],
    [
      'keeps links and words of cards',
      '<Card title="Deck" href="/deck" description="Wet." />',
      '**<a href="/deck">Deck</a>**\n\nWet.\n\n',
    ],
    ['keeps titles of components', '<Card title="Wet deck" />', '**Wet deck**\n\n'],
    [
      'keeps code',
      '```\nimport A from "a"\n<A b={1} />\n```',
      '```\nimport A from "a"\n<A b={1} />\n```',
    ],
    ['keeps comparisons', 'a < B and b > a', 'a < B and b > a'],
  ] satisfies Rows)('%s', (_, body, expected) => {
    expect(render(body, { fileName: 'a.mdx', site: undefined }).body).toBe(expected)
  })
})
