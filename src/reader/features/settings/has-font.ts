const generics = ['serif', 'sans-serif', 'monospace']
const sample = 'mmWW lilI 0123 Жд 漢字 かな 한글'

/**
 * Whether this browser shows a font of a name: then a text is of another width than in what it shows instead. Nothing is
 * fetched. `undefined` where it does not draw for pages.
 */
export function hasFont(name: string): boolean | undefined {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return undefined
  const measure = (family: string) => {
    context.font = `72px ${family}`
    return context.measureText(sample).width
  }
  return generics.some((generic) => measure(`"${name}", ${generic}`) !== measure(generic))
}
