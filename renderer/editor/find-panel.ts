import {
  SearchQuery,
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  setSearchQuery,
} from '@codemirror/search'
import { type EditorView, type Panel, type ViewUpdate, runScopeHandlers } from '@codemirror/view'

/** Beyond this many places, the count says “more than”. */
const mostCounted = 2_000

/** The bar over the text: what to find, how, how often it is there, and what to put in its place. */
export function createFindPanel(view: EditorView): Panel {
  const dom = document.createElement('div')
  dom.className = 'cm-find'
  dom.setAttribute('role', 'search')
  dom.setAttribute('aria-label', 'Find in the post')

  const find = field('Find')
  // CodeMirror puts the focus and the selected word into the field with this attribute.
  find.setAttribute('main-field', 'true')
  const replace = field('Replace with')
  const count = document.createElement('span')
  count.className = 'cm-find-count'
  count.setAttribute('role', 'status')
  const matchCase = toggle('Aa', 'Match case')
  const wholeWord = toggle('W', 'Whole words')
  const regexp = toggle('.*', 'Regular expression')
  const run = (command: (view: EditorView) => boolean) => () => void command(view)

  dom.append(
    row(
      find,
      count,
      group(matchCase, wholeWord, regexp),
      group(
        button('↑', 'Previous', run(findPrevious)),
        button('↓', 'Next', run(findNext)),
        button('×', 'Close', run(closeSearchPanel)),
      ),
    ),
    row(
      replace,
      group(
        button('Replace', 'Replace', run(replaceNext), true),
        button('All', 'Replace all', run(replaceAll), true),
      ),
    ),
  )

  function commit(): void {
    const query = new SearchQuery({
      search: find.value,
      replace: replace.value,
      caseSensitive: isOn(matchCase),
      wholeWord: isOn(wholeWord),
      regexp: isOn(regexp),
    })
    if (!query.eq(getSearchQuery(view.state))) view.dispatch({ effects: setSearchQuery.of(query) })
  }

  function show(query: SearchQuery): void {
    if (find.value !== query.search) find.value = query.search
    if (replace.value !== query.replace) replace.value = query.replace
    setOn(matchCase, query.caseSensitive)
    setOn(wholeWord, query.wholeWord)
    setOn(regexp, query.regexp)
    countPlaces(query)
  }

  function countPlaces(query: SearchQuery): void {
    find.toggleAttribute('aria-invalid', query.search !== '' && !query.valid)
    count.textContent = query.search === '' ? '' : query.valid ? placesText(view, query) : 'Not an expression'
  }

  for (const input of [find, replace]) input.addEventListener('input', commit)
  for (const option of [matchCase, wholeWord, regexp])
    option.addEventListener('click', () => {
      setOn(option, !isOn(option))
      commit()
    })
  dom.addEventListener('keydown', event => {
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault()
    else if (event.key === 'Enter' && event.target === find) {
      event.preventDefault()
      ;(event.shiftKey ? findPrevious : findNext)(view)
    } else if (event.key === 'Enter' && event.target === replace) {
      event.preventDefault()
      replaceNext(view)
    }
  })

  return {
    dom,
    top: true,
    mount() {
      show(getSearchQuery(view.state))
      find.select()
    },
    update(update: ViewUpdate) {
      const query = getSearchQuery(update.state)
      if (!query.eq(getSearchQuery(update.startState))) show(query)
      else if (update.docChanged || update.selectionSet) countPlaces(query)
    },
  }
}

/** `3 of 12`, `12 places`, `nowhere`. */
function placesText(view: EditorView, query: SearchQuery): string {
  const { main } = view.state.selection
  const cursor = query.getCursor(view.state)
  let places = 0
  let here = 0
  for (let next = cursor.next(); !next.done && places <= mostCounted; next = cursor.next()) {
    places++
    if (next.value.from === main.from && next.value.to === main.to) here = places
  }
  if (places === 0) return 'nowhere'
  if (places > mostCounted) return `more than ${mostCounted}`
  if (here > 0) return `${here} of ${places}`
  return places === 1 ? '1 place' : `${places} places`
}

function field(label: string): HTMLInputElement {
  const input = document.createElement('input')
  input.className = 'cm-find-field'
  input.placeholder = label
  input.setAttribute('aria-label', label)
  input.spellcheck = false
  input.autocomplete = 'off'
  return input
}

function toggle(text: string, label: string): HTMLButtonElement {
  const made = button(text, label, () => {})
  made.setAttribute('aria-pressed', 'false')
  return made
}

function button(text: string, label: string, run: () => void, wide = false): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = wide ? 'cm-find-button cm-find-wide' : 'cm-find-button'
  made.textContent = text
  made.title = label
  made.setAttribute('aria-label', label)
  made.addEventListener('click', run)
  return made
}

function row(...parts: HTMLElement[]): HTMLElement {
  const made = document.createElement('div')
  made.className = 'cm-find-row'
  made.append(...parts)
  return made
}

function group(...parts: HTMLElement[]): HTMLElement {
  const made = document.createElement('div')
  made.className = 'cm-find-group'
  made.append(...parts)
  return made
}

function isOn(option: HTMLElement): boolean {
  return option.getAttribute('aria-pressed') === 'true'
}

function setOn(option: HTMLElement, on: boolean): void {
  option.setAttribute('aria-pressed', String(on))
}
