import type { FrameLocator, Locator, Page } from 'playwright-core'

/** The window as its writer speaks of it: posts, text, preview, status. */
export interface Desk {
  readonly page: Page
  readonly text: Locator
  readonly status: Locator
  readonly preview: FrameLocator
  /** Opens a post from the list by (part of) its title. */
  readonly open: (title: string) => Promise<void>
  /** Puts the cursor behind words of the text. */
  readonly goBehind: (words: string) => Promise<void>
  /** The whole text, also what is scrolled away. */
  readonly source: () => Promise<string>
  /** As if the text came from the clipboard. */
  readonly paste: (text: string) => Promise<void>
  /** Runs a command by its name in the palette. */
  readonly run: (command: string) => Promise<void>
}

export function deskOf(page: Page): Desk {
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  return {
    page,
    text,
    status: page.getByRole('contentinfo'),
    preview: page.frameLocator('iframe[title="Preview of the post"]'),
    async open(title) {
      await page.getByPlaceholder('Filter').fill(title)
      await page.getByRole('option', { name: title }).first().click()
      await page.getByPlaceholder('Filter').fill('')
      await text.getByText(title).first().waitFor()
    },
    async goBehind(words) {
      await text.getByText(words).first().click()
      await page.keyboard.press('End')
    },
    source: () =>
      text.evaluate(element =>
        (element as unknown as { cmTile: { view: View } }).cmTile.view.state.doc.toString(),
      ),
    paste: text => page.evaluate(pasteHere, text),
    async run(command) {
      await page.keyboard.press('Control+Shift+P')
      await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(command)
      await page.keyboard.press('Enter')
    },
  }
}

function pasteHere(text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.activeElement!.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}

interface View {
  readonly state: { readonly doc: { toString(): string } }
}
