/** A theme with the least that a site of posts has: pages, lists of fifty, term pages, feeds of a hundred. */
export const hugoFiles: Readonly<Record<string, string>> = {
  'config.toml': `baseURL = "https://archive.example/"
title = "Archive"
paginate = 50
rssLimit = 100
[taxonomies]
tag = "tags"
category = "categories"
author = "author"
[markup.goldmark.renderer]
unsafe = true
`,
  'layouts/_default/baseof.html': `<!doctype html>
<html><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ block "main" . }}{{ end }}</body></html>
`,
  'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time>{{ .Date.Format "2006-01-02 15:04:05 -0700" }}</time> {{ .Params.author }} <a href="{{ .Params.from }}">source</a></p>
{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ .Content }}</article>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (.Paginate .Pages).Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (.Paginate site.RegularPages).Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
`,
}
