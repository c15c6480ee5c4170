/** How much a text of JSON may hold. */
interface JsonBounds {
  /** Arrays and objects in each other. */
  depth: number
  /** Values in all, about. */
  values: number
}

const codes = { quote: 34, comma: 44, open: 91, escape: 92, close: 93, begin: 123, end: 125 }

/** Whether a text of JSON stays within bounds, before anything is made of it: what is too deep overflows the stack of whoever walks it. */
export function isBoundedJson(json: string, most: JsonBounds): boolean {
  let [depth, values, isText] = [0, 0, false]
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (isText) {
      if (code === codes.escape) at++
      else if (code === codes.quote) isText = false
    } else if (code === codes.quote) isText = true
    else if (code === codes.comma) values++
    else if (code === codes.open || code === codes.begin) {
      depth++
      values++
    } else if (code === codes.close || code === codes.end) depth--
    if (depth > most.depth || values > most.values) return false
  }
  return true
}
