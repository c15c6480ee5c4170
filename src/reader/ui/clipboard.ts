/** Puts a text on the clipboard. @returns whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // The clipboard is absent outside secure contexts and needs the reader's permission: either failure throws.
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
