import { chmod, readFile, rename, writeFile } from 'node:fs/promises'

/** Reads a JSON file; undefined when it is not there. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a JSON file so that a reader sees the old content or the new, never a part. */
export async function writeJson(file: string, content: unknown, mode = 0o644): Promise<void> {
  const partial = `${file}.${String(process.pid)}.partial`
  await writeFile(partial, `${JSON.stringify(content, undefined, 2)}\n`, { mode })
  await chmod(partial, mode)
  await rename(partial, file)
}
