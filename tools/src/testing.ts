import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Runs `work` with an empty folder that is removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'brobygger-tools-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes a shell script that stands in for a program. */
export async function fakeProgram(file: string, ...lines: string[]): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'))
  await chmod(file, 0o755)
  return file
}

/** A PATH with these folders before the system's own. */
export const pathOf = (...folders: string[]): string => [...folders, '/usr/bin', '/bin'].join(':')
