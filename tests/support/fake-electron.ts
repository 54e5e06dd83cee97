import { EventEmitter } from 'node:events'

/** What main and preload use of Electron, recorded. It proves our side of the calls and nothing of Electron itself. */
export function createFakeElectron() {
  const handlers = new Map<string, (event: unknown, ...args: readonly unknown[]) => Promise<unknown>>()
  const protocols = new Map<string, (request: Request) => Promise<Response>>()
  const windows: FakeWindow[] = []
  const privileged: unknown[] = []
  const menus: FakeMenuItem[][] = []
  const opened: string[] = []
  const session = new FakeSession()
  const state = {
    singleInstance: true,
    exitCode: undefined as number | undefined,
    picked: [] as string[],
    /** What the system says against opening a file. */
    openTrouble: '',
  }

  class FakeApp extends EventEmitter {
    readonly isPackaged = false
    readonly paths = new Map<string, string>()
    sandboxed = false
    setPath = (name: string, path: string) => void this.paths.set(name, path)
    setName = () => {}
    enableSandbox = () => {
      this.sandboxed = true
    }
    requestSingleInstanceLock = () => state.singleInstance
    whenReady = async () => {}
    quit = () => void this.emit('will-quit', preventable())
    exit = (code: number) => {
      state.exitCode = code
      this.emit('exited')
    }
  }
  const app = new FakeApp()

  class BrowserWindow extends FakeWindow {
    constructor(options: WindowOptions) {
      super(options)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }

  const electron = {
    app,
    BrowserWindow,
    Menu: {
      buildFromTemplate: (template: FakeMenuItem[]) => template,
      setApplicationMenu: (menu: FakeMenuItem[]) => void menus.push(menu),
    },
    dialog: {
      showOpenDialog: async () => ({ canceled: state.picked.length === 0, filePaths: state.picked }),
    },
    ipcMain: {
      handle: (channel: string, handler: Parameters<typeof handlers.set>[1]) =>
        void handlers.set(channel, handler),
    },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: (schemes: readonly unknown[]) => void privileged.push(...schemes),
      handle: (scheme: string, handler: Parameters<typeof protocols.set>[1]) =>
        void protocols.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: { defaultSession: session },
    shell: {
      openExternal: async (url: string) => void opened.push(url),
      showItemInFolder: (path: string) => void opened.push(path),
      openPath: async (path: string) => {
        opened.push(path)
        return state.openTrouble
      },
    },
  }
  return { electron, app, handlers, protocols, windows, privileged, menus, opened, session, state }
}

export type FakeElectron = ReturnType<typeof createFakeElectron>

export interface FakeMenuItem {
  readonly role?: string
  readonly label?: string
  readonly type?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly click?: () => void
  readonly submenu?: readonly FakeMenuItem[]
}

/** An event that can be prevented; `prevented` tells whether it was. */
export function preventable<T extends object>(details?: T) {
  const event = {
    prevented: false,
    preventDefault() {
      event.prevented = true
    },
  }
  return Object.assign(event, details)
}

interface WindowOptions {
  readonly show?: boolean
  readonly width: number
  readonly height: number
  readonly icon: string
  readonly webPreferences: Readonly<Record<string, unknown>>
}

class FakeContents extends EventEmitter {
  url = ''
  readonly mainFrame: { readonly url: string; readonly parent: null }
  readonly sent: (readonly [channel: string, value: unknown])[] = []
  onSend: (channel: string, value: unknown) => void = () => {}
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined

  constructor() {
    super()
    const at = () => this.url
    this.mainFrame = {
      parent: null,
      get url() {
        return at()
      },
    }
  }

  getURL = () => this.url
  setWindowOpenHandler = (handler: NonNullable<FakeContents['openHandler']>) => {
    this.openHandler = handler
  }
  send = (channel: string, value: unknown) => {
    this.sent.push([channel, value])
    this.onSend(channel, value)
  }
}

export class FakeWindow extends EventEmitter {
  readonly options: WindowOptions
  readonly webContents = new FakeContents()
  shown = false
  focused = 0
  reloaded = 0

  constructor(options: WindowOptions) {
    super()
    this.options = options
  }

  loadURL = async (url: string) => {
    this.webContents.url = url
    setImmediate(() => this.emit('ready-to-show'))
  }
  show = () => {
    this.shown = true
  }
  reload = () => {
    this.reloaded++
  }
  isMinimized = () => false
  restore = () => {}
  focus = () => {
    this.focused++
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: this.options.width, height: this.options.height })
}

type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (allowed: boolean) => void,
  details: { readonly requestingUrl: string; readonly isMainFrame: boolean },
) => void
type PermissionCheck = (
  contents: unknown,
  permission: string,
  origin: string,
  details: { readonly isMainFrame: boolean },
) => boolean

class FakeSession extends EventEmitter {
  request: PermissionRequest | undefined
  check: PermissionCheck | undefined
  device: (() => boolean) | undefined
  spellCheckerEnabled = true
  spellCheckerLanguages: readonly string[] = ['en-US']

  setPermissionRequestHandler = (handler: PermissionRequest) => {
    this.request = handler
  }
  setPermissionCheckHandler = (handler: PermissionCheck) => {
    this.check = handler
  }
  setDevicePermissionHandler = (handler: () => boolean) => {
    this.device = handler
  }
  setSpellCheckerEnabled = (enabled: boolean) => {
    this.spellCheckerEnabled = enabled
  }
  setSpellCheckerLanguages = (languages: readonly string[]) => {
    this.spellCheckerLanguages = languages
  }
}
