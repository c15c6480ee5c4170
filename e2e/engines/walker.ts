/** What somebody in front of a browser does and sees, whatever the engine and the protocol that drives it. */
export interface Walker {
  /** Opens an address, relative to the site, and waits for the reader. */
  open(path: string): Promise<void>
  reload(): Promise<void>
  /** Goes one step back in the history. */
  back(): Promise<void>
  /** Clicks the first element of this role whose name is, or matches, this one, once it is there. */
  click(role: Role, name: string | RegExp): Promise<void>
  /** Presses a key by Playwright's name: `j`, `Enter`, `ArrowDown`. */
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Turns the wheel over the middle of the page. */
  scroll(pixels: number): Promise<void>
  /** Runs a function in the page, which can use nothing but its values. */
  read<Values extends unknown[], Result>(
    look: (...values: Values) => Result,
    ...values: Values
  ): Promise<Result>
}

/** Roles that journeys look for. */
export type Role = 'button' | 'checkbox' | 'link' | 'menuitem' | 'radio'
