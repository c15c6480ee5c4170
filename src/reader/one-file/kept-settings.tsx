// In place of `features/keep-offline/kept-settings.tsx`.

export function KeptSettings() {
  return null
}
