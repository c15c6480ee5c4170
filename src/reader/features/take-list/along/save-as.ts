/** What browsers offer that let a page write a file where somebody chooses. Not in TypeScript's library. */
interface SaveFilePicker {
  showSaveFilePicker?: (options: {
    suggestedName: string
    types: readonly { accept: Readonly<Record<string, readonly string[]>> }[]
  }) => Promise<FileSystemFileHandle & { remove?: () => Promise<void> }>
}

/** Whether this browser asks where a file is to be saved. */
export function canChoosePlace(): boolean {
  return (globalThis as SaveFilePicker).showSaveFilePicker !== undefined
}

/**
 * Asks where a file is to be saved, and writes it there. Nothing is left where that fails.
 * @returns whether it was saved: somebody may think better of it.
 * @throws DOMException when it cannot be written.
 */
export async function saveAs(file: Blob, name: string): Promise<boolean> {
  const { showSaveFilePicker } = globalThis as SaveFilePicker
  if (showSaveFilePicker === undefined) return false
  let handle: Awaited<ReturnType<typeof showSaveFilePicker>>
  try {
    handle = await showSaveFilePicker.call(globalThis, {
      suggestedName: name,
      types: [{ accept: { 'text/html': ['.html'] } }],
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
  try {
    // When it breaks off, what was written so far is given up.
    await file.stream().pipeTo(await handle.createWritable())
    return true
  } catch (error) {
    await handle.remove?.()
    throw error
  }
}
