// In place of `app/kept-parts.tsx`: all that a lifeboat has is kept already.

export function KeepListAction() {
  return null
}

export function KeptNote() {
  return null
}
