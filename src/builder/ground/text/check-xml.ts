import { SaxesParser } from 'saxes'

/** Returns why a text is not well-formed XML with namespaces, with line and column; `undefined` when it is. */
export function findXmlFault(text: string): string | undefined {
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => faults.push(error.message))
  parser.write(text).close()
  return faults[0]
}

/**
 * Values of an attribute (or the text, when none is named) of all elements with a name, in document order. `text` is
 * well-formed.
 */
export function listXmlValues(text: string, element: string, attribute?: string): string[] {
  const values: string[] = []
  let current: string | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== element) return
    if (attribute === undefined) current = ''
    else if (attributes[attribute] !== undefined) values.push(attributes[attribute])
  })
  parser.on('text', (part) => {
    if (current !== undefined) current += part
  })
  parser.on('closetag', ({ name }) => {
    if (name !== element || current === undefined) return
    values.push(current)
    current = undefined
  })
  parser.write(text).close()
  return values
}
