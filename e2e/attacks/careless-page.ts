import type { Attack, Carelessness } from './attack.ts'

/** The one mistake each page makes with `text`; runs in the page. */
const mistakes: Record<Exclude<Carelessness, 'parsed' | 'json'>, string> = {
  inserted: 'article.innerHTML = text',
  serialized: `const raw = /^(?:style|script|xmp|iframe|noembed|noframes|plaintext)$/;
    const clean = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const write = (node) =>
      node.nodeType === 3 ? (raw.test(node.parentNode.localName) ? node.data : clean(node.data))
      : node.nodeType === 8 ? "<!--" + node.data + "-->"
      : "<" + node.localName + [...node.attributes].map(({ name, value }) =>
          " " + name + '="' + value.replaceAll("&", "&amp;").replaceAll('"', "&quot;") + '"').join("") + ">"
        + [...node.childNodes].map(write).join("") + "</" + node.localName + ">";
    const copy = document.createElement("div"); copy.innerHTML = text;
    article.innerHTML = [...copy.childNodes].map(write).join("")`,
  decoded:
    'const area = document.createElement("textarea"); area.innerHTML = text; article.innerHTML = area.value',
  attribute: 'article.innerHTML = `<p title="${text}">x</p>`',
  link: 'const a = document.createElement("a"); a.href = text; a.append("x"); article.append(a)',
  template:
    'article.innerHTML = text.replace(/\\{\\{(.+?)\\}\\}/g, (_, code) => String(Function("return " + code)()))',
  props: `const p = article.appendChild(document.createElement("p"));
    for (const [name, value] of Object.entries(JSON.parse(text)))
      if (name === "dangerouslySetInnerHTML") p.innerHTML = value.__html; else p.setAttribute(name, value)`,
  counter: `const counts = {}; counts[text] = (counts[text] ?? 0) + 1;
    if (counts[text] !== 1) document.forms.namedItem = counts, globalThis.__BROADSHEET__ = counts`,
}

/** An undefended page that treats the string as `written` says. */
export function toCarelessPage({ text, written }: Attack): string {
  const head = '<!doctype html><meta charset="utf-8"><title>Careless</title>'
  const style =
    '<style>header{height:60px}article{width:600px;margin:60px auto;min-height:200px}</style>'
  const body = '<header>Saltmere</header><article>'
  if (written === 'parsed') return `${head}${style}${body}${text}</article>`
  if (written === 'json') {
    return `${head}${style}${body}</article><script>const text = ${JSON.stringify(text)}</script>`
  }
  const quoted = JSON.stringify(text).replaceAll('<', '\\u003c')
  const script = `const article = document.querySelector("article"); const text = ${quoted}; ${mistakes[written]}`
  return `${head}${style}${body}</article><script>${script}</script>`
}
