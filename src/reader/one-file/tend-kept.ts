// In place of `data/kept/tend-kept.ts`.

export function tendKept(): Promise<void> {
  return Promise.resolve()
}
