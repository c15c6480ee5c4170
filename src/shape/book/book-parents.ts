import {
  isBookBlank,
  isBookTag,
  makeBookElement,
  type BookElement,
  type BookNode,
} from './book-tree.ts'

/** The items of a list. What stands right in the list, between its items, becomes items of its own. */
export function toListItems(children: readonly BookNode[]): BookElement[] {
  return gatherChildren(children, ['li'], 'li')
}

/** The parts of a definition list; `undefined` when terms and definitions do not follow each other as they must. */
export function toDefinitions(children: readonly BookNode[]): BookElement[] | undefined {
  const parts = gatherChildren(children, ['dt', 'dd'], 'dd')
  const isOrdered = parts[0]?.tag === 'dt' && parts.at(-1)?.tag === 'dd'
  return isOrdered ? parts : undefined
}

/** A table in the order that XHTML asks for. */
export interface BookTable {
  caption?: BookElement
  columns: BookElement[]
  head?: BookElement
  bodies: BookElement[]
  foot?: BookElement
  /** What stood in the table and is no part of one. */
  loose: BookNode[]
}

/** Puts the parts of a table into their order. Rows without cells and sections without rows get or lose what makes them valid. */
export function toBookTable(children: readonly BookNode[]): BookTable {
  const table: BookTable = { columns: [], bodies: [], loose: [] }
  let rows: BookNode[] = []
  const endRows = () => {
    addSection(table.bodies, makeBookElement('tbody', rows))
    rows = []
  }
  for (const child of children) {
    if (isBookTag(child, 'tr', 'td', 'th')) {
      rows.push(child)
      continue
    }
    if (isBookBlank(child)) continue
    endRows()
    if (isBookTag(child, 'caption') && table.caption === undefined) table.caption = child
    else if (isBookTag(child, 'colgroup')) table.columns.push(toColumns(child))
    else if (isBookTag(child, 'col')) table.columns.push(makeBookElement('colgroup', [child]))
    else if (isBookTag(child, 'thead', 'tbody', 'tfoot')) placeSection(table, child)
    else table.loose.push(child)
  }
  endRows()
  return table
}

function placeSection(table: BookTable, section: BookElement): void {
  const [ready] = addSection([], section)
  if (ready === undefined) return
  if (ready.tag === 'thead' && table.head === undefined) table.head = ready
  else if (ready.tag === 'tfoot' && table.foot === undefined) table.foot = ready
  else table.bodies.push({ ...ready, tag: 'tbody' })
}

function addSection(sections: BookElement[], section: BookElement): BookElement[] {
  const rows = gatherChildren(section.children, ['tr'], 'tr').map(
    ({ tag, attributes, children }) => {
      const cells = gatherChildren(children, ['td', 'th'], 'td')
      return { tag, attributes, children: cells.length > 0 ? cells : [makeBookElement('td', [])] }
    },
  )
  if (rows.length > 0) sections.push({ ...section, children: rows })
  return sections
}

/** A group of columns either says how many they are or lists them. */
function toColumns({ tag, attributes, children }: BookElement): BookElement {
  const columns = children.filter((child) => isBookTag(child, 'col'))
  if (columns.length === 0) return { tag, attributes, children: [] }
  const others = [...attributes].filter(([name]) => name !== 'span')
  return { tag, attributes: new Map(others), children: columns }
}

/** A ruby as pairs of words and reading; the reading of what follows the last one is absent. */
export function toRubyPairs(
  children: readonly BookNode[],
): { base: BookNode[]; reading?: BookElement }[] {
  const pairs: { base: BookNode[]; reading?: BookElement }[] = []
  let base: BookNode[] = []
  let readings: BookNode[] = []
  for (const child of children) {
    if (!isBookTag(child, 'rt', 'rp')) {
      base.push(child)
      continue
    }
    // Signs around a reading are for programs that know no ruby.
    if (child.tag === 'rp') continue
    if (pairs.length > 0 && base.every((node) => isBookBlank(node))) {
      readings.push(' ')
      for (const node of child.children) readings.push(node)
    } else {
      readings = [...child.children]
      pairs.push({ base, reading: { ...child, children: readings } })
    }
    base = []
  }
  if (base.length > 0) pairs.push({ base })
  return pairs
}

/** The children of a figure: its first caption at its first or last place, others as ordinary blocks. */
export function toFigureParts(children: readonly BookNode[]): BookNode[] {
  const shown = children.filter((child) => !isBookBlank(child))
  const first = shown.find((child) => isBookTag(child, 'figcaption'))
  const isAtEdge = first !== undefined && (shown[0] === first || shown.at(-1) === first)
  return shown.map((child) => {
    if (!isBookTag(child, 'figcaption') || (isAtEdge && child === first)) return child
    const { attributes, children: inside } = child
    return { tag: 'div', attributes, children: inside }
  })
}

/** The children with some tags; what stands between them is put into elements of its own. */
function gatherChildren(
  children: readonly BookNode[],
  tags: readonly BookElement['tag'][],
  wrapper: BookElement['tag'],
): BookElement[] {
  const found: BookElement[] = []
  let loose: BookNode[] = []
  const endLoose = () => {
    if (loose.some((node) => !isBookBlank(node))) found.push(makeBookElement(wrapper, loose))
    loose = []
  }
  for (const child of children) {
    if (isBookTag(child, ...tags)) {
      endLoose()
      found.push(child)
    } else loose.push(child)
  }
  endLoose()
  return found
}
