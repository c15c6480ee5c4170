import { openDB } from 'idb'

/**
 * About how many bytes the records of a database take: as many as they have as JSON, and those of lists of numbers. Browsers
 * tell the size of a whole host at most. `undefined` where it cannot be read.
 */
export async function sizeDatabase(name: string): Promise<number | undefined> {
  try {
    const database = await openDB(name, undefined, {
      upgrade(_database, _before, _after, transaction) {
        // It was deleted in the meantime: to look must not make it.
        transaction.done.catch(() => undefined)
        transaction.abort()
      },
    })
    try {
      let bytes = 0
      for (const store of database.objectStoreNames) {
        for (const record of await database.getAll(store)) bytes += sizeRecord(record)
      }
      return bytes
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined
    throw error
  }
}

function sizeRecord(record: unknown): number {
  let numbers = 0
  const text = JSON.stringify(record, (_name, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value
    numbers += value.byteLength
    return undefined
  })
  return numbers + new TextEncoder().encode(text ?? '').length
}
