/** An encoding other than UTF-8, and how it was found. */
export interface FoundEncoding {
  /** Label that `decodeAs` knows. */
  label: string
  /** `mark`: a byte order mark, or bytes that can be nothing else. `correction`: what is declared cannot be right. */
  by: 'mark' | 'declaration' | 'detection' | 'correction'
}

/** Labels that files use and the Encoding Standard does not list. */
const otherLabels: Readonly<Record<string, string>> = {
  cp936: 'gbk',
  ms936: 'gbk',
  'euc-cn': 'gbk',
  cp950: 'big5',
  ms950: 'big5',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  'latin-1': 'windows-1252',
  iso8859: 'windows-1252',
}

/** The label of an encoding that can be read, as the Encoding Standard spells it; `undefined` for any other word. */
export function parseEncodingLabel(text: string): string | undefined {
  const label = text.trim().toLowerCase()
  try {
    return new TextDecoder(otherLabels[label] ?? label).encoding
  } catch {
    return undefined
  }
}

/** Decodes bytes; those that are invalid become U+FFFD. `label` comes from `parseEncodingLabel`, or is UTF-32. */
export function decodeAs(label: string, bytes: Uint8Array): string {
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label === 'utf-32le')
  const text = new TextDecoder(label).decode(bytes)
  return label === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, toPunctuation) : text
}

// Node 20 and 22 decode windows-1252 as Latin-1, which has control characters where that has these.
const punctuation = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090\u2018\u2019\u201c\u201d•–—˜™š›œ\u009džŸ'

function toPunctuation(control: string): string {
  return punctuation[control.charCodeAt(0) - 0x80] ?? ''
}

/** The name of an encoding that people and `iconv` know: `GBK`, `windows-1251`. */
export function toEncodingName(label: string): string {
  return label.startsWith('windows') ? label : label.toUpperCase()
}

const blockCharacters = 8192

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks: string[] = []
  let points: number[] = []
  const flush = (): void => {
    blocks.push(String.fromCodePoint(...points))
    points = []
  }
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle)
    const isReal = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    points.push(isReal ? point : 0xfffd)
    if (points.length === blockCharacters) flush()
  }
  flush()
  return blocks.join('').replace(/^\ufeff/, '')
}
