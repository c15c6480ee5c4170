// In place of `data/stored/forget-all.ts`.

export function forgetStored(): void {
  // Nothing of a lifeboat is stored.
}
