/** A theme with the least that a site of posts has: pages, one list, a feed of a hundred. Text in braces is left alone. */
export const jekyllFiles: Readonly<Record<string, string>> = {
  '_config.yml': `title: Archive
url: https://archive.example
permalink: /:year-:month-:day/:title/
markdown: kramdown
kramdown:
  input: GFM
future: true
defaults:
  - scope: { path: "_posts" }
    values: { layout: post, render_with_liquid: false }
`,
  '_layouts/post.html': `<!doctype html>
<html><head><meta charset="utf-8"><title>{{ page.title | escape }}</title></head>
<body><article><h1>{{ page.title | escape }}</h1>
<p><time>{{ page.date | date_to_xmlschema }}</time> {{ page.author | escape }} <a href="{{ page.from }}">source</a></p>
{{ content }}</article></body></html>
`,
  'index.html': `---
---
<!doctype html>
<html><head><meta charset="utf-8"><title>{{ site.title }}</title></head><body><ul>
{% for post in site.posts %}<li><time>{{ post.date | date: "%Y-%m-%d" }}</time> <a href="{{ post.url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ul></body></html>
`,
  'atom.xml': `---
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ site.title }}</title>
{% for post in site.posts limit: 100 %}<entry><title>{{ post.title | xml_escape }}</title><link href="{{ site.url }}{{ post.url }}"/><updated>{{ post.date | date_to_xmlschema }}</updated><content type="html">{{ post.content | xml_escape }}</content></entry>
{% endfor %}</feed>
`,
}
