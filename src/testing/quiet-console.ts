import { afterEach, beforeEach, expect, vi } from 'vitest'

// Unexpected output is a fault that would otherwise scroll past.
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  for (const method of [console.error, console.warn]) {
    if (vi.isMockFunction(method)) expect(method.mock.calls).toEqual([])
  }
  vi.restoreAllMocks()
})
