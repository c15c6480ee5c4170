import { parseUrl } from '#core/address/parse-url.ts'

const addressPattern = /(?:https?|file):\/\/[^\s<>"“”，。；、]+/g

/** Signs in pairs: a closing one is part of an address whose opening one it holds. */
const opening: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '）': '（',
  '】': '【',
  '》': '《',
  '」': '「',
  '』': '『',
}

/** Addresses in a text, each once, without the signs of the sentence around them. */
export function listAddresses(text: string): string[] {
  const found = Array.from(text.matchAll(addressPattern), ({ 0: address, index }) =>
    toOwnSigns(address, text.charAt(index - 1)),
  )
  return [...new Set(found)].filter((address) => parseUrl(address) !== undefined)
}

/** An address up to what belongs to the sentence: a sign that closes nothing in it, a mark of quotation, its last stops. */
function toOwnSigns(address: string, before: string): string {
  const pair = address.slice(0, findUnopened(address)).replace(/[.,;:!?：！？]+$/, '')
  return before === "'" || before === '‘' ? pair.replace(/['’][.,;:!?]*$/, '') : pair
}

/** Where a sign stands that closes a pair which the address has not opened; its length where there is none. */
function findUnopened(address: string): number {
  const open: string[] = []
  for (let at = 0; at < address.length; at++) {
    const sign = address.charAt(at)
    const other = opening[sign]
    if (other !== undefined && open.pop() !== other) return at
    if (Object.values(opening).includes(sign)) open.push(sign)
  }
  return address.length
}
