// In place of `features/take-list/along/take-along.tsx`: a file has no code for files beside itself.

/** Offers nothing. */
export function TakeAlong(): null {
  return null
}
