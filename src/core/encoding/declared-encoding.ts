import { decodeAs, parseEncodingLabel, type FoundEncoding } from './decoder.ts'

/** Browsers look for a declaration in the first kilobyte of a page; here front matter stands before the page. */
const headBytes = 16_384

const label = String.raw`["']?([A-Za-z][\w.:()-]{1,30})`
const declarations = [
  new RegExp(String.raw`^(?:charset|encoding)[ \t]*[:=][ \t]*${label}`, 'im'),
  new RegExp(String.raw`<\?xml[^<>]{0,200}\bencoding[ \t]*=[ \t]*${label}`, 'i'),
  new RegExp(String.raw`<meta\b[^<>]{0,500}\bcharset[ \t]*=[ \t]*${label}`, 'i'),
  new RegExp(String.raw`@charset[ \t]+${label}`, 'i'),
  new RegExp(String.raw`-\*-[^\n]{0,80}\bcoding:[ \t]*${label}`, 'i'),
  new RegExp(String.raw`\bvim?:[^\n]{0,80}\b(?:fileencoding|fenc)=${label}`, 'i'),
]

/**
 * The encoding that a file declares: in its front matter (`charset`, `encoding`), in the XML declaration or a `meta`
 * element of a page in it, or for an editor. `undefined` when it declares none that can be read, or one that its bytes
 * are not in.
 */
export function findDeclared(bytes: Uint8Array): FoundEncoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  for (const declaration of declarations) {
    const found = parseEncodingLabel(declaration.exec(head)?.[1] ?? '')
    if (found !== undefined && canBe(found, bytes)) return { label: found, by: 'declaration' }
  }
  return undefined
}

/** A hundredth of the characters may be broken: mirrors cut pages in the middle of one. */
const mostBroken = 0.01

/** Whether bytes may be in an encoding. What could be read to here is not in two bytes a character, whatever it says. */
export function canBe(found: string, bytes: Uint8Array): boolean {
  if (found.startsWith('utf-')) return false
  const text = decodeAs(found, bytes)
  const broken = text.split('\ufffd').length - 1
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0
  return broken <= 1 || broken <= foreign * mostBroken
}
