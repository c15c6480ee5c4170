/** Whether the system has a share sheet that pages may open. */
export function hasShareSheet(): boolean {
  return typeof navigator.share === 'function'
}

/** Opens the system's share sheet with a link and its title. Closing it is no error. */
export async function shareLink({ url, title }: { url: string; title: string }): Promise<void> {
  try {
    await navigator.share({ url, title })
  } catch (error) {
    // The reader closed the sheet.
    if (!(error instanceof DOMException)) throw error
  }
}
