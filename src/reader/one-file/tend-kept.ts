// In place of `data/kept/tend-kept.ts`.

export function forgetKept(): Promise<void> {
  return Promise.resolve()
}

export function tendKept(): Promise<void> {
  return Promise.resolve()
}
