import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/**
 * Renders components without hooks as `renderToStaticMarkup` does, byte for byte, in a fraction of its time: it keeps no
 * state, suspends nothing and writes no stream. What is not listed below is left to React.
 */
export function toStaticMarkup(node: ReactNode): string {
  if (typeof node === 'string') return escape(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'number') return String(node)
  if (Array.isArray(node)) return joinMarkup(node)
  return isValidElement<Props>(node) ? toElementMarkup(node) : renderToStaticMarkup(node)
}

type Props = Record<string, unknown> & { children?: ReactNode }

/** Elements that React writes without a look at where they stand. */
const plainTags: ReadonlySet<string> = new Set(
  (
    'a article article-text aside bdi blockquote canvas code dd details div dl dt em figcaption figure footer h1 h2 h3 h4 ' +
    'h5 h6 header i li list-rows main nav ol p path section small span strong summary svg table tbody td th thead time tr ul'
  ).split(' '),
)
const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'wbr'])

/** Attributes that React writes under their own name. */
const plainNames: ReadonlySet<string> = new Set(
  (
    'alt d dateTime dir focusable height hrefLang id lang preserveAspectRatio referrerPolicy rel role scope target title ' +
    'viewBox width'
  ).split(' '),
)

/** A list of nodes; a plain loop, because all pages of an archive pass here. */
function joinMarkup(nodes: readonly ReactNode[]): string {
  let html = ''
  for (const node of nodes) html += toStaticMarkup(node)
  return html
}

function toElementMarkup(element: ReactElement<Props>): string {
  const { type, props } = element
  if (type === Fragment) return toStaticMarkup(props.children)
  if (typeof type === 'function') {
    // Components of pages have no state, so none is a class.
    return toStaticMarkup((type as (props: Props) => ReactNode)(props))
  }
  const isVoid = voidTags.has(type)
  if (!isVoid && !plainTags.has(type)) return renderToStaticMarkup(element)
  let start = `<${type}`
  for (const name in props) {
    if (name === 'children') continue
    const attribute = toAttribute(name, props[name])
    if (attribute === undefined) return renderToStaticMarkup(element)
    start += attribute
  }
  return isVoid ? `${start}/>` : `${start}>${toStaticMarkup(props.children)}</${type}>`
}

/** An attribute with the space before it; empty if React writes none, `undefined` if it is left to React. */
function toAttribute(name: string, value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  const isData = name.startsWith('aria-') || name.startsWith('data-')
  const isBoolean = typeof value === 'boolean' && isData
  if (typeof value !== 'string' && typeof value !== 'number' && !isBoolean) return undefined
  const text = escape(String(value))
  if (name === 'className') return ` class="${text}"`
  if (name === 'href') return isHarmless(text) ? ` href="${text}"` : undefined
  return isData || plainNames.has(name) ? ` ${name}="${text}"` : undefined
}

/** Whether an address is none that React might refuse to write. */
function isHarmless(text: string): boolean {
  return /^(?:https?:|[/#?.])/.test(text)
}

const signs: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
}

function escape(text: string): string {
  return /["&'<>]/.test(text) ? text.replace(/["&'<>]/g, (sign) => signs[sign] ?? sign) : text
}
