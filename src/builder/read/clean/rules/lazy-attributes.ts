import type { SourceElement } from '../source/source-html.ts'

/**
 * Attributes in which scripts that load pictures late keep the address, the most common ones first. The picture itself
 * comes before its smaller and larger forms.
 */
export const lazyAttributes: readonly string[] = (
  'data-src data-original data-lazy-src data-lazy data-actualsrc data-echo data-hi-res-src data-url ' +
  'data-full-src data-image data-img-src data-image-src data-original-src data-real-src data-ratio-src ' +
  'data-lazyload data-lazy-original data-src-large data-large-src data-large-file data-full-url ' +
  'data-hires data-highres data-defer-src data-async-src data-frz-src data-flickity-lazyload ' +
  'data-ll-src data-cfsrc data-pagespeed-lazy-src data-srcurl data-imgurl data-orig-src data-source ' +
  'data-img data-photo data-picture data-thumb-src data-image-url data-backsrc data-croporisrc ' +
  'data-orig-file data-medium-file _src real_src realsrc original original-src lazy-src lazysrc lazyload ' +
  'file zoomfile data-interchange'
).split(' ')

/** The same for several sizes of one picture. */
export const lazySrcsetAttributes: readonly string[] = (
  'data-srcset data-lazy-srcset data-original-set data-src-set data-original-srcset ' +
  'data-ll-srcset data-bgset lazy-srcset'
).split(' ')

const lazyNames: ReadonlySet<string> = new Set([...lazyAttributes, ...lazySrcsetAttributes])
const pictureAddress =
  /^\s*(?:https?:\/\/|\/|\.{0,2}[\w./-])\S*\.(?:avif|gif|jpe?g|png|webp)(?:[?#!]\S*)?\s*$/i
const otherAttributes: ReadonlySet<string> = new Set(
  'alt class href id longdesc name sizes src srcset style title usemap'.split(' '),
)

/** Whether a script was to load this picture. */
export function isLazy(element: SourceElement): boolean {
  return listLazyValues(element).length > 0
}

/** What a script was to load this picture from, as written. */
export function listLazyValues(element: SourceElement): string[] {
  return element.attrs
    .filter(({ name, value }) => lazyNames.has(name) && value.trim() !== '')
    .map(({ value }) => value)
}

/** Addresses of pictures in attributes whose names are not known. */
export function listUnknownAddresses(element: SourceElement): string[] {
  return element.attrs
    .filter(({ name }) => !lazyNames.has(name) && !otherAttributes.has(name))
    .map(({ value }) => value)
    .filter((value) => value.length <= 2_000 && pictureAddress.test(value))
}

/** Addresses in a value that a script reads: a list of sizes, or an address that lacks the width. */
export function listScripted(value: string, element: SourceElement): string[] {
  const addresses = value.replaceAll('\\/', '/').match(/(?:https?:)?\/\/[^\s"',()]{1,2000}/g) ?? []
  const found = /^\s*[[{]/.test(value)
    ? addresses.map((one) => one.replace(/[\]}]+$/, ''))
    : [value]
  const widths = element.attrs.find(({ name }) => name === 'data-widths')?.value.match(/\d{1,5}/g)
  const width = String(Math.max(...(widths ?? ['1024']).map(Number)))
  return found.map((address) => address.replaceAll(/\{width\}/gi, width))
}
