import { useEffect } from 'react'

/** Sets the page's title, for the browser's tab and history; leaves out unknown parts. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = parts.filter((part) => part !== undefined && part !== '').join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
