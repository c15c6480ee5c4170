/**
 * Does for the copy menu what popovers do, in browsers without them (Firefox before 125, Safari before 17, Chromium before 114):
 * opens, closes and focuses it, and closes it on Escape and on a press elsewhere. Its styles are in article-actions.css.
 */
export function standInForPopovers(): void {
  Object.assign(HTMLElement.prototype, {
    togglePopover(this: HTMLElement) {
      if (this.dataset['open'] === undefined) open(this)
      else close(this)
    },
    hidePopover(this: HTMLElement) {
      close(this)
    },
  })
  document.addEventListener('click', pressElsewhere)
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeAll()
  })
  // A place in the window that the page moves away from.
  document.addEventListener('scroll', closeAll, { passive: true })
}

function open(menu: HTMLElement): void {
  // The menu listens to this event to take its place before it is seen.
  menu.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'open' }))
  menu.dataset['open'] = ''
  menu.style.transform = `translate(${-scrollX}px, ${-scrollY}px)`
  menu.querySelector<HTMLElement>('[autofocus]')?.focus({ preventScroll: true })
}

function close(menu: HTMLElement): void {
  if (menu.dataset['open'] === undefined) return
  delete menu.dataset['open']
  const isLeft = menu.contains(document.activeElement)
  if (isLeft) findButton(menu)?.focus({ preventScroll: true })
}

function closeAll(): void {
  for (const menu of document.querySelectorAll<HTMLElement>('[popover][data-open]')) close(menu)
}

function pressElsewhere({ target }: Event): void {
  if (!(target instanceof Element)) return
  const name = target.closest('[popovertarget]')?.getAttribute('popovertarget') ?? ''
  const named = document.getElementById(name)
  for (const menu of document.querySelectorAll<HTMLElement>('[popover][data-open]')) {
    if (menu !== named && !menu.contains(target)) close(menu)
  }
  named?.togglePopover()
}

function findButton(menu: HTMLElement): HTMLElement | undefined {
  const buttons = [...document.querySelectorAll<HTMLElement>('[popovertarget]')]
  return buttons.find((button) => button.getAttribute('popovertarget') === menu.id)
}
