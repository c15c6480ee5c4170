// A file of its own: settings ask before anything of the file is needed.

/** Whether this browser can encrypt here: only pages of https, and of this device, may. */
export function canSeal(): boolean {
  const { crypto } = globalThis as { crypto?: Partial<Pick<Crypto, 'subtle'>> }
  return crypto?.subtle !== undefined
}
