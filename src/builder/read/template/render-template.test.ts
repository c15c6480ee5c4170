import { describe, expect, test } from 'vitest'
import { countWork } from '#testing/count-work.ts'
import { hexo, jekyll, render, zola } from '#builder/testing/make-template.ts'
import { renderTemplate } from './render-template.ts'
import type { TemplateContext } from './template-context.ts'

type Rows = [name: string, body: string, expected: string][]

describe('Liquid of a Jekyll site', () => {
  test.each<[string, string, string]>([
    [
      'says what the page says',
      '{{ page.title }} {{ page.version }} {{ page.path }}',
      'Quay 2 _posts/2021-05-06-quay.md',
    ],
    [
      'says what the site says',
      '{{ site.title }} {{ site.lamp.oil }}{{ site.none.none }}',
      'Pier 3',
    ],
    [
      'decides',
      '{% if site.shown %}a{% else %}b{% endif %}{% unless page.x %}c{% endunless %}',
      'ac',
    ],
    ['repeats', '{% for boat in site.boats %}{{ boat }};{% endfor %}', 'Ada;Bo;'],
    ['assigns', '{% assign x = page.version | plus: 1 %}{{ x }}', '3'],
    ['leaves raw text alone', '{% raw %}{{ x }}{% y %}{% endraw %}', '{{ x }}{% y %}'],
    ['leaves comments out', 'a{% comment %}b {% c %}{% endcomment %}d', 'ad'],
    ['links to a post', '[a]({% post_url 2020-01-02-pier %})', '[a](/log/2020/01/02/pier/)'],
    [
      'links to a post in a folder',
      '{% post_url boats/2020-01-02-pier %}',
      '/log/boats/2020/01/02/pier/',
    ],
    [
      'links to a file',
      '{% link about.md %} {% link _posts/2020-01-02-pier.md %}',
      '/log/about.html /log/2020/01/02/pier/',
    ],
    [
      'knows the filters of addresses',
      '{{ "/a.png" | relative_url }} {{ "b" | absolute_url }}',
      '/log/a.png https://pier.example/log/b',
    ],
    [
      'knows the filters of dates',
      '{{ page.date | date_to_string }}; {{ page.date | date_to_long_string }}; {{ page.date | date: "%Y-%m" }}',
      '06 May 2021; 06 May 2021; 2021-05',
    ],
    [
      'takes the time of the post for now',
      "{{ 'now' | date: '%Y' }} {{ site.time | date_to_xmlschema }}",
      '2021 2021-05-06T05:08:09+00:00',
    ],
    [
      'knows other filters',
      '{{ "a < b" | xml_escape }} {{ "A b" | slugify }} {{ site.boats | array_to_sentence_string }}',
      'a &lt; b a-b Ada and Bo',
    ],
    ['passes filters that it does not know', '{{ "a" | of_a_plugin }}', 'a'],
    [
      'highlights code',
      'a\n\n{% highlight ruby linenos %}\nx **2\n# <y>\n\nz\n{% endhighlight %}\n',
      'a\n\n<pre data-language="ruby"><code>x **2\n# &lt;y&gt;\n\nz\n</code></pre>\n',
    ],
    [
      'highlights code that shows Liquid',
      '{% highlight liquid %}{% raw %}\n{% if x %}{{ y }}{% endif %}\n{% endraw %}{% endhighlight %}',
      '<pre data-language="liquid"><code>\n{% if x %}{{ y }}{% endif %}\n\n</code></pre>',
    ],
    ['trims', 'a {%- if true -%} b {%- endif %}', 'ab'],
  ] satisfies Rows)('%s', (_, body, expected) => {
    expect(render(body)).toMatchObject({ body: expected })
  })

  test('tells which posts it links to', () => {
    const body =
      '{% post_url boats/2020-01-02-pier %} {% link _posts/2020-01-03-a b.md %} {% link x.md %}'
    expect(render(body).named).toEqual([
      { name: 'boats/2020-01-02-pier', url: 'https://pier.example/log/boats/2020/01/02/pier/' },
      { name: '_posts/2020-01-03-a b.md', url: 'https://pier.example/log/2020/01/03/a-b/' },
    ])
  })

  test('links with the origin of the site before it', () => {
    expect(render('{{ site.url }}{% post_url 2020-01-02-pier %}').body).toBe(
      'https://pier.example/log/2020/01/02/pier/',
    )
  })

  test('runs no include and no plugin, keeps what they hold, and counts them', () => {
    const { body, unknown } = render(
      '{% include box.html title="Wet deck" %} {% tide %}ebb{% endtide %} {% tide %}flow{% endtide %} {% chart "https://pier.example/c" %}',
    )
    expect(body).toBe(
      'Wet deck ebb flow <a href="https://pier.example/c">https://pier.example/c</a>',
    )
    expect(Object.fromEntries(unknown)).toEqual({ include: 1, tide: 2, chart: 1 })
  })

  test.each<[string, string, string]>([
    ['an open tag', 'a {% if x %} b', 'a  b'],
    ['a wrong tag', 'a {% for %} b {% endfor %}c', 'a  b c'],
    ['a wrong value', 'a {{ "b | c }} d', 'a {{ "b | c }} d'],
    ['a condition without its words', 'a {% if %}b{% endif %} {{ page.version }}', 'a b 2'],
    ['an end alone', '{{ page.version }}{% endfor %} b', '2 b'],
    ['signs without an end', '{{ page.version }} {{ b', '2 {{ b'],
    ['raw text without an end', '{% raw %}{{ page.version }}', '{{ page.version }}'],
    ['a wrong value around another', '{{ a | {{ b }} c {% if %}', '{{ a | {{ b }} c '],
    ['several of them', '{{ a || b }}{% if %}{% case %}{{ page.version }}', '{{ a || b }}2'],
  ] satisfies Rows)('leaves the text readable after %s', (_, source, expected) => {
    const { body, fault } = render(source)
    expect(body).toBe(expected)
    expect(fault).toMatch(/\S/)
  })

  test.each([
    ['memory', '{% for a in (1..9999999) %}{{ a }}{% endfor %}'],
    ['output', `{% assign a = "${'x'.repeat(1000)}" %}{% for b in (1..5000) %}{{ a }}{% endfor %}`],
    ['text', `{% assign a = "aaaaaaaaaa" %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`],
    ['length', `{% if x %}${'a'.repeat(2_100_000)}{% endif %}`],
  ])('S20 is bounded in %s', (_, source) => {
    const { body, fault } = render(source)
    expect(fault).toMatch(/\S/)
    expect(body.length).toBeLessThanOrEqual(source.length)
  })

  test.each([
    '{{ page.constructor }}{{ site.__proto__ }}{{ "a".constructor }}{{ page.title.constructor.name }}',
    '{% render "/etc/passwd" %}{% layout "/etc/passwd" %}{% include /etc/passwd %}{% include_relative ../../x %}',
  ])('S1 reaches nothing beyond its values: %s', (source) => {
    expect(render(source).body.trim()).toBe('')
  })
})

describe('marks of templates stay where they are text:', () => {
  test.each<[string, string, Partial<TemplateContext>]>([
    [
      'in a copied page of a Jekyll site',
      '<div>{% raw %}{{ x }}{% endraw %}</div>',
      { isMirrored: true },
    ],
    ['in a copied text of a Jekyll site', 'a `{{ x }}` b', { isMirrored: true }],
    ['in a page without Liquid', '<div>{{ x }}</div>', {}],
    [
      'in code of an unknown site',
      '```\n{{ x }} {% if y %}\n```\n\n`{% raw %}`',
      { site: undefined },
    ],
    ['of other programs', 'a {{ x }} and ${{ y }}', { site: undefined }],
    ['in code of a Hexo site', '```\n{% y %}{{ x }}\n```', { site: hexo }],
    ['none at all', 'a { b } c', {}],
  ])('%s', (_, body, more) => {
    expect(render(body, more)).toEqual({ body, unknown: new Map(), named: [] })
  })

  test('and Liquid that is surely Liquid is run without settings', () => {
    const body = '{% assign a = 1 %}{{ a }} `{{ a }}`'
    expect(render(body, { site: undefined }).body).toBe('1 `1`')
  })
})

describe('S20 templates built to be slow are read in linear time', () => {
  const times = 10_000
  const yardstick = countWork(() => render('{% a %}b{% enda %} '.repeat(times))).work
  test.each([
    '{%',
    '{% a ',
    '{% a',
    '{{< a ',
    '{{<',
    '{{% a "',
    '{% raw %}',
    '{% enda %}',
    '{% a %}',
    '{{',
    '{{ a',
    '```\n',
    '`',
    '{% highlight %}',
    '{{ a(',
    '{{ a(b="',
    '{% a(b=1) %}',
    '{% end %}',
    '{{ image(caption="[a](") }}',
  ])('%j', (text) => {
    const body = text.repeat(times)
    for (const site of [jekyll, hexo, zola, undefined]) {
      expect(countWork(() => render(body, { site })).work / yardstick).toBeLessThan(8)
    }
  })
  test.each(['import a from "b"\n', '<A ', '<A {', '{/*', 'export const a\n'])(
    'MDX: %j',
    (text) => {
      const more = { fileName: 'a.mdx', site: undefined }
      expect(countWork(() => render(text.repeat(2000), more)).work / yardstick).toBeLessThan(8)
    },
  )
})

const addresses = { root: 'https://pier.example', folder: '', timeZone: 'UTC' }

const jekyllSite: TemplateContext = {
  site: { generator: 'jekyll', settings: '', addresses, key: 'x' },
  addresses,
  fileName: '2020-03-09-fog.md',
  path: '_posts/2020-03-09-fog.md',
  page: new Map(),
  isMirrored: false,
}

test('values that only a whole site knows are counted by name', () => {
  const source = '{% for post in site.posts %}{{ post.title }}{% endfor %}{{ site.data.lamp }}'
  const { body, unknown } = renderTemplate(source, jekyllSite)
  expect(body).toBe('')
  expect([...unknown]).toEqual([
    ['site.posts', 1],
    ['site.data', 1],
  ])
})

test('MDX keeps the words of a fragment, and the signs in its code', () => {
  const more = { fileName: 'a.mdx', site: undefined }
  expect(render('<>\n\na **b**\n\n</> `<></>`', more).body.trim()).toBe('a **b**\n\n `<></>`')
})
