import { parseArgs } from 'node:util'

/** What a rotation is to do. `--continue` finishes one that was stopped; `--retire` also forgets the old versions. */
export interface RotationOptions {
  readonly newVersions: boolean
  readonly retire: boolean
}

/**
 * Reads the command's options.
 * @throws Error that says which there are
 */
export function parseRotationOptions(args: readonly string[]): RotationOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { continue: { type: 'boolean' }, retire: { type: 'boolean' } },
    })
    return { newVersions: values.continue !== true && values.retire !== true, retire: values.retire === true }
  } catch {
    throw new Error('Usage: npm run keys:rotate [-- --continue | --retire]')
  }
}
