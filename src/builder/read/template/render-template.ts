import { isOwnAddress } from '#core/address/own-address.ts'
import { toNamedPath } from '../address/named-path.ts'
import { isOnePage } from '../body/one-page.ts'
import { withoutCode } from '../body/markdown-marks.ts'
import { liquidTags, surelyLiquid } from './liquid/liquid-names.ts'
import { mendLiquid } from './liquid/mend-liquid.ts'
import { runLiquid } from './liquid/run-liquid.ts'
import { looksLikeMdx, stripMdx } from './mdx.ts'
import { makeTagAddresses, type TagAddresses } from './site/tag-addresses.ts'
import { parseTemplateSettings, type TemplateSettings } from './site/site-settings.ts'
import { percentTag, replaceHexoTags } from './tags/hexo-tags.ts'
import { holdsShortcodes, replaceShortcodes } from './tags/hugo-shortcodes.ts'
import { replaceTags, type TagForm } from './tags/replace-tags.ts'
import { holdsCalls, toHugoForm } from './tags/zola-shortcodes.ts'
import type { NamedPost, RenderedTemplate, TemplateContext } from './template-context.ts'

const isMdxName = /\.mdx$/i
const opaqueTags: ReadonlySet<string> = new Set(['raw', 'comment'])
const hexoMark = /(?<!\{)\{%-?\s*[a-z_]/i

/**
 * Turns the templates in a body into text: Liquid is run where the site is Jekyll's or the body surely has it; tags of
 * Hugo and Hexo are replaced by a table; MDX loses its code. Pages that were copied from elsewhere stay as they are, and
 * so does code outside of Jekyll.
 */
export function renderTemplate(body: string, context: TemplateContext): RenderedTemplate {
  const unknown = new Map<string, number>()
  const isMdx = isMdxName.test(context.fileName) || looksLikeMdx(body)
  const named: NamedPost[] = []
  const plain = { body, unknown, named }
  if (!isMdx && !body.includes('{{') && !body.includes('{%')) return plain
  if (isOnePage(body) && (context.isMirrored || !surelyLiquid.test(body))) return plain
  const count = (name: string) => unknown.set(name, (unknown.get(name) ?? 0) + 1)
  const plainText = isMdx ? stripMdx(body, count) : body
  const text = isZola(plainText, context) ? toHugoForm(plainText) : plainText
  const settings = parseTemplateSettings(context.site?.settings ?? '')
  const addresses = makeTagAddresses(context, (post) => named.push(post))
  const unmarked = holdsShortcodes(text) ? replaceShortcodes(text, addresses, unknown) : text
  if (isLiquid(unmarked, context)) {
    return { unknown, named, ...renderLiquid(unmarked, { context, settings, addresses, unknown }) }
  }
  if (context.site?.generator === 'zola') return { ...plain, body: unmarked }
  const isHexo = hexoMark.test(withoutCode(unmarked)) || isHexoOutput(unmarked, context)
  return { ...plain, body: isHexo ? replaceHexoTags(unmarked, addresses, unknown) : unmarked }
}

/** Where the generator is not known, nothing else has calls with brackets. */
function isZola(body: string, { site, isMirrored }: TemplateContext): boolean {
  return site === undefined ? !isMirrored && holdsCalls(body) : site.generator === 'zola'
}

function isHexoOutput(body: string, { site }: TemplateContext): boolean {
  return site?.generator === 'hexo' && body.includes('{{')
}

function isLiquid(body: string, { site, isMirrored }: TemplateContext): boolean {
  if (site !== undefined && site.generator !== 'jekyll') return false
  if (site !== undefined && !isMirrored) return body.includes('{%') || body.includes('{{')
  return surelyLiquid.test(withoutCode(body)) || (!isMirrored && holdsRaw(body))
}

/** Whether a text is kept from Liquid, in code too: nothing but Liquid and Hexo has that. */
function holdsRaw(body: string): boolean {
  return /\{%-?\s*raw\s*-?%\}/.test(body) && /\{%-?\s*endraw\s*-?%\}/.test(body)
}

/** What a site knows beyond its settings: empty here, where templates see no other file. */
const emptyValue =
  /\bsite\.(?:data|posts|pages|documents|html_pages|static_files|collections|related_posts)\b/g

interface LiquidTools {
  context: TemplateContext
  settings: TemplateSettings
  addresses: TagAddresses
  unknown: Map<string, number>
}

function renderLiquid(
  source: string,
  { context, settings, addresses, unknown }: LiquidTools,
): { body: string; fault?: string } {
  const form: TagForm = {
    pattern: percentTag,
    left: liquidTags,
    opaque: opaqueTags,
    restore: (text) => text,
    addresses,
  }
  const own = replaceTags(source, form, unknown)
  for (const [name] of own.matchAll(emptyValue)) unknown.set(name, (unknown.get(name) ?? 0) + 1)
  try {
    const scope = toScope(context, settings)
    return mendLiquid(own, (text) => runLiquid(text, scope))
  } catch (error) {
    const fault = error instanceof Error ? error.message.split('\n', 1)[0] : ''
    const muted = new Set([...liquidTags, 'inline_comment'])
    return {
      body: replaceTags(own, { ...form, left: new Set(), muted }, new Map()),
      fault: fault ?? '',
    }
  }
}

function toScope({ page, path, fileName, addresses }: TemplateContext, settings: TemplateSettings) {
  const postDate =
    toText(page.get('date')) || (/^\d{4}-\d{2}-\d{2}/.exec(fileName)?.[0] ?? '1970-01-01')
  const { root, folder: baseurl } = addresses
  const url = isOwnAddress(root) ? '' : root.slice(0, root.length - baseurl.length)
  return {
    settings: { url, baseurl },
    postDate,
    site: {
      ...settings,
      url,
      baseurl,
      time: postDate,
      data: {},
      posts: [],
      pages: [],
      documents: [],
    },
    page: {
      ...Object.fromEntries(page),
      date: postDate,
      path,
      url: toNamedPath(fileName, addresses) ?? '',
      collection: 'posts',
    },
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
