import { useLayoutEffect, useRef, useState } from 'react'
import { longestNote, moveOnList, noteOnList, takeOffList } from '#reader/data/desk/edit-lists.ts'
import type { ListItem } from '#reader/data/desk/desk-lists.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { DeskIcon } from '#reader/ui/desk-icon.tsx'
import styles from './lists.module.css'

interface ListItemsProps {
  list: string
  items: readonly ListItem[]
}

type Step = 1 | -1

/** The posts of a list in its order, each with its note and buttons that move it; Alt with an arrow key moves it too. */
export function ListItems({ list, items }: ListItemsProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ place: number; step: Step }>()
  // What is moved in a document loses the focus.
  useLayoutEffect(() => {
    if (moved === undefined) return
    const item = box.current?.children[moved.place]
    const buttons = item?.querySelectorAll<HTMLButtonElement>('[data-step]') ?? []
    const [button] = [...buttons]
      .filter(({ disabled }) => !disabled)
      .sort((one) => (Number(one.dataset['step']) === moved.step ? -1 : 1))
    button?.focus()
  }, [moved])
  const move = async (from: number, step: Step) => {
    const place = from + step
    if (place < 0 || place >= items.length) return
    await moveOnList(list, { from, to: place })
    setMoved({ place, step })
  }
  return (
    <>
      <ol ref={box} className={styles.items}>
        {items.map((item, at) => (
          <Item
            key={item.post}
            list={list}
            item={item}
            canMove={{ up: at > 0, down: at < items.length - 1 }}
            onMove={(step) => void move(at, step)}
          />
        ))}
      </ol>
      <output className="visually-hidden">
        {moved && t('desk.lists.moved', { place: moved.place + 1, total: items.length })}
      </output>
    </>
  )
}

interface ItemProps {
  list: string
  item: ListItem
  canMove: { up: boolean; down: boolean }
  onMove: (step: Step) => void
}

function Item({ list, item, canMove, onMove }: ItemProps) {
  const { t } = useTranslation()
  const title = item.title ?? item.post
  const step = (by: Step, can: boolean) => (
    <button
      type="button"
      className={styles.step}
      data-step={by}
      disabled={!can}
      aria-label={t(by < 0 ? 'desk.lists.up' : 'desk.lists.down', { title })}
      title={t(by < 0 ? 'desk.lists.up' : 'desk.lists.down', { title })}
      onClick={() => onMove(by)}
    >
      <DeskIcon what={by < 0 ? 'up' : 'down'} />
    </button>
  )
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- A shortcut of the buttons inside it.
    <li
      className={styles.item}
      onKeyDown={(event) => {
        const by = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
        if (by === undefined || !event.altKey) return
        event.preventDefault()
        onMove(by)
      }}
    >
      <bdi className={styles.title}>{title}</bdi>
      <span className={styles.steps}>
        {step(-1, canMove.up)}
        {step(1, canMove.down)}
      </span>
      <NoteField list={list} item={item} title={title} />
      <button
        type="button"
        className="button"
        aria-label={t('desk.lists.takeOff', { title })}
        onClick={() => void takeOffList(list, [{ id: item.post }])}
      >
        {t('desk.remove')}
      </button>
    </li>
  )
}

interface NoteFieldProps {
  list: string
  item: ListItem
  title: string
}

function NoteField({ list, item, title }: NoteFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  return (
    <input
      className={styles.field}
      aria-label={t('desk.lists.note', { title })}
      placeholder={t('desk.lists.noteHint')}
      value={typed ?? item.noted ?? ''}
      maxLength={longestNote}
      onChange={({ target }) => {
        setTyped(target.value)
        void noteOnList(list, item.post, target.value)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
