import { type ErrorCode, LecternError } from '../../core/errors.ts'

/** The system's name for a failure, such as `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')
}

export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '')
}

const writeCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'post.disk-full',
  EDQUOT: 'post.disk-full',
  EACCES: 'post.no-permission',
  EPERM: 'post.no-permission',
  EROFS: 'post.read-only-disk',
  ENOENT: 'post.not-found',
  ENOTDIR: 'post.not-found',
  EEXIST: 'post.exists',
  ESTALE: 'post.changed-on-disk',
  ENAMETOOLONG: 'post.name-too-long',
}

/** A failed write of a post as the sentence the writer reads; what is a LecternError already stays as it is. */
export function writeFailure(error: unknown, file: string): LecternError {
  if (error instanceof LecternError) return error
  const system = systemCode(error) ?? ''
  const code = writeCodes[system]
  return code
    ? new LecternError(code, [file], { cause: error })
    : new LecternError('post.write-failed', [file, system || 'unknown'], { cause: error })
}

/** The same for a failed read. */
export function readFailure(error: unknown, file: string): LecternError {
  if (error instanceof LecternError) return error
  if (isMissing(error)) return new LecternError('post.not-found', [file], { cause: error })
  return new LecternError('post.not-readable', [file, systemCode(error) ?? 'unknown'], { cause: error })
}
