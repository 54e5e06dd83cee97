import type { FileSystem, OpenFile } from '../../electron/services/file-system.ts'

/** One call at the boundary to the disk, as it is about to happen. `size` is of what is written. */
export interface DiskCall {
  readonly name: string
  readonly path: string
  readonly to?: string
  readonly bytes?: Uint8Array
}

/**
 * A disk whose every call passes `before` first. What that throws is the call's failure, and the call then does not
 * happen. A write may be cut: `shorten` says how many bytes still get through before the failure.
 */
export function watchedDisk(
  disk: FileSystem,
  before: (call: DiskCall) => void | Promise<void>,
  shorten?: (call: DiskCall) => number | undefined,
): FileSystem {
  async function call<T>(facts: DiskCall, run: () => Promise<T>): Promise<T> {
    await before(facts)
    return run()
  }
  return {
    open: (path, how, mode) =>
      call({ name: `open to ${how}`, path }, async () =>
        watchedFile(path, await disk.open(path, how, mode), before, shorten),
      ),
    stat: path => call({ name: 'stat', path }, () => disk.stat(path)),
    nameFacts: path => call({ name: 'name facts', path }, () => disk.nameFacts(path)),
    realpath: path => call({ name: 'realpath', path }, () => disk.realpath(path)),
    rename: (path, to) => call({ name: 'rename', path, to }, () => disk.rename(path, to)),
    swap: swap => call({ name: 'swap', path: swap.incoming, to: swap.target }, () => disk.swap(swap)),
    link: (path, to) => call({ name: 'link', path, to }, () => disk.link(path, to)),
    unlink: path => call({ name: 'unlink', path }, () => disk.unlink(path)),
    makeFolder: path => call({ name: 'make folder', path }, () => disk.makeFolder(path)),
    syncFolder: path => call({ name: 'sync folder', path }, () => disk.syncFolder(path)),
  }
}

function watchedFile(
  path: string,
  file: OpenFile,
  before: (call: DiskCall) => void | Promise<void>,
  shorten: ((call: DiskCall) => number | undefined) | undefined,
): OpenFile {
  const call = async <T>(name: string, run: () => Promise<T>, bytes?: Uint8Array): Promise<T> => {
    await before({ name, path, ...(bytes ? { bytes } : {}) })
    return run()
  }
  return {
    facts: () => call('facts', () => file.facts()),
    read: () => call('read', () => file.read()),
    readPart: (position, sizeBytes) => call('read', () => file.readPart(position, sizeBytes)),
    write: async (bytes, position) => {
      const through = shorten?.({ name: 'write', path, bytes })
      if (through !== undefined) await file.write(bytes.subarray(0, through), position)
      await call('write', () => file.write(bytes, position), bytes)
    },
    truncate: size => call('truncate', () => file.truncate(size)),
    setMode: mode => call('set mode', () => file.setMode(mode)),
    setOwner: (user, group) => call('set owner', () => file.setOwner(user, group)),
    sync: () => call('sync', () => file.sync()),
    // A file is closed whatever happens; failing that would test the test.
    close: () => file.close(),
  }
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code })
}
