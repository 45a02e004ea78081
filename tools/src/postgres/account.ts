import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { outputOf } from '../engine/run-for-output.js'

export interface Account {
  readonly uid: number
  readonly gid: number
}

const userName = 'postgres'

/** The account PostgreSQL runs as when this process is root, which it refuses; undefined for everybody else. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const present = await lookUp()
  if (present) return present
  try {
    await promisify(execFile)('useradd', ['--system', '--user-group', '--no-create-home', userName])
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root, and the user ${userName} could not be made. ` +
        `Start as another user, make the user ${userName}, or set DATABASE_URL.`,
      { cause: error },
    )
  }
  const made = await lookUp()
  if (!made) throw new Error(`The user ${userName} was made but cannot be found.`)
  return made
}

async function lookUp(): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([
    outputOf(process.env, 'id', '-u', userName),
    outputOf(process.env, 'id', '-g', userName),
  ])
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}
