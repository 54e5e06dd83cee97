import { RubyObject, type RubyValue } from '../../ruby/index.ts'

/** `forloop` (liquid/forloop_drop.rb). */
export class ForLoop extends RubyObject {
  index = 0
  readonly #name: string
  readonly #length: number
  readonly #parent: ForLoop | undefined

  constructor(name: string, length: number, parent: ForLoop | undefined) {
    super()
    this.#name = name
    this.#length = length
    this.#parent = parent
  }

  get(key: string): RubyValue {
    switch (key) {
      case 'index':
        return this.index + 1
      case 'index0':
        return this.index
      case 'rindex':
        return this.#length - this.index
      case 'rindex0':
        return this.#length - this.index - 1
      case 'first':
        return this.index === 0
      case 'last':
        return this.index === this.#length - 1
      case 'length':
        return this.#length
      case 'name':
        return this.#name
      case 'parentloop':
        return this.#parent ?? null
      default:
        return null
    }
  }

  has(): boolean {
    return true
  }

  keys(): readonly string[] {
    return []
  }

  toText(): string {
    return 'Liquid::ForloopDrop'
  }
}

/** `tablerowloop` (liquid/tablerowloop_drop.rb). */
export class TableRowLoop extends RubyObject {
  index = 0
  column = 1
  row = 1
  readonly #length: number
  readonly #columns: number

  constructor(length: number, columns: number) {
    super()
    this.#length = length
    this.#columns = columns
  }

  get isLast(): boolean {
    return this.index === this.#length - 1
  }

  get isLastOfRow(): boolean {
    return this.column === this.#columns
  }

  advance(): void {
    this.index++
    if (this.isLastOfRow) {
      this.column = 1
      this.row++
    } else {
      this.column++
    }
  }

  get(key: string): RubyValue {
    switch (key) {
      case 'col':
        return this.column
      case 'col0':
        return this.column - 1
      case 'col_first':
        return this.column === 1
      case 'col_last':
        return this.isLastOfRow
      case 'row':
        return this.row
      case 'index':
        return this.index + 1
      case 'index0':
        return this.index
      case 'rindex':
        return this.#length - this.index
      case 'rindex0':
        return this.#length - this.index - 1
      case 'first':
        return this.index === 0
      case 'last':
        return this.isLast
      case 'length':
        return this.#length
      default:
        return null
    }
  }

  has(): boolean {
    return true
  }

  keys(): readonly string[] {
    return []
  }

  toText(): string {
    return 'Liquid::TablerowloopDrop'
  }
}
