import type { ComponentType } from 'react'
import type { Load } from '#reader/router/router.ts'

/** A page whose code is loaded on the first visit. */
export interface LazyPage {
  Page: ComponentType
  load: Load
}
