import { useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { Words } from '#article/words.ts'
import { shownDesk, type PostState } from '#reader/storage/desk/shown-desk.ts'
import { DeskIcon } from '#reader/ui/desk-icon.tsx'
import { toKeyName } from '#reader/ui/key-name.ts'
import { isFreeKey, useKeys } from '#reader/ui/use-keys.ts'

type Said = 'blocked' | 'full' | 'failed'

/** Buttons that save the article, mark it as read and put it on lists; s, m and a do the same. The code of the desk is loaded by the first press. */
export function DeskButtons({ post, words }: { post: PostSummary; words: Words }) {
  const [said, setSaid] = useState<Said>()
  const turn = async (what: PostState) => {
    try {
      const { turnPost } = await import('#reader/data/desk/turn-post.ts')
      setSaid(await turnPost(post, what))
    } catch {
      setSaid('failed')
    }
  }
  const choose = async () => {
    try {
      await shownDesk.chooseLists?.([post])
    } catch {
      setSaid('failed')
    }
  }
  useKeys({ s: () => void turn('saved'), a: () => void choose() })
  const press = useEffectEvent((event: KeyboardEvent) => {
    // With words selected the same key highlights them.
    const hasWords = getSelection()?.isCollapsed === false
    if (hasWords || toKeyName(event) !== 'm' || !isFreeKey(event)) return
    event.preventDefault()
    void turn('read')
  })
  useLayoutEffect(() => {
    const listening = new AbortController()
    // Before any other shortcut of the article sees it.
    const options = { capture: true, signal: listening.signal }
    document.addEventListener('keydown', (event) => press(event), options)
    return () => listening.abort()
  }, [])
  return (
    <>
      <DeskButton
        what="saved"
        post={post}
        label={words('article.desk.saved')}
        onPress={() => void turn('saved')}
      />
      <button
        type="button"
        className="article-button article-button-short"
        title={words('article.desk.lists')}
        onClick={() => void choose()}
      >
        <DeskIcon what="lists" isOn={false} />
        <span>{words('article.desk.lists')}</span>
      </button>
      <DeskButton
        what="read"
        post={post}
        label={words('article.desk.read')}
        onPress={() => void turn('read')}
      />
      <output className="article-said">{said && words(`article.desk.${said}`)}</output>
    </>
  )
}

interface DeskButtonProps {
  what: PostState
  post: PostSummary
  label: string
  onPress: () => void
}

function DeskButton({ what, post, label, onPress }: DeskButtonProps) {
  const isOn = useSyncExternalStore(shownDesk.subscribe, () => shownDesk.has(what, post)) ?? false
  return (
    <button
      type="button"
      className={what === 'saved' ? 'article-button article-button-short' : 'article-button'}
      title={what === 'saved' ? label : undefined}
      aria-pressed={isOn}
      onClick={onPress}
    >
      <DeskIcon what={what} isOn={isOn} />
      <span>{label}</span>
    </button>
  )
}
