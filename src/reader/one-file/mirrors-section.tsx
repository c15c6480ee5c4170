// In place of `features/about/mirrors-section.tsx`: a file asks nobody.

export function MirrorsSection() {
  return null
}
