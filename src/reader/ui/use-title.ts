import { useEffect } from 'react'

/** Names the page in the browser's tab and history; parts that are unknown are left out. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = parts.filter((part) => part !== undefined && part !== '').join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
