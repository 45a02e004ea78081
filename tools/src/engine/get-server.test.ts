import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fakeProgram, pathOf, withFolder } from '../testing.js'
import { inspectCli } from './cli.js'
import { downloadCli } from './download-cli.js'
import { goBuild } from './go-build.js'

const silent = () => undefined

async function serving<T>(
  answer: { status: number; body: Buffer },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((_, response) => response.writeHead(answer.status).end(answer.body))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  } finally {
    server.close()
  }
}

describe('downloadCli', () => {
  it('unpacks the program into the cache', () =>
    withFolder(async folder => {
      await fakeProgram(
        join(folder, 'source', 'temporal'),
        'echo "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"',
      )
      const archive = spawnSync('tar', ['-czf', '-', '-C', join(folder, 'source'), 'temporal']).stdout
      const binary = join(folder, 'cache', 'temporal')
      const failure = await serving({ status: 200, body: archive }, from =>
        downloadCli({ binary, say: silent, from }),
      )
      expect(failure).toBeUndefined()
      expect(await inspectCli({}, binary)).toEqual({ version: '1.32.0' })
    }))

  it.each([
    ['the address refuses', { status: 403, body: Buffer.from('no') }, /answered 403/],
    [
      'the archive is broken',
      { status: 200, body: Buffer.from('no archive') },
      /could not be unpacked|EPIPE/,
    ],
  ])('says why and leaves nothing behind when %s', (_, answer, reason) =>
    withFolder(async folder => {
      const binary = join(folder, 'cli', 'temporal')
      expect(await serving(answer, from => downloadCli({ binary, say: silent, from }))).toMatch(reason)
      expect(await readdir(folder)).toEqual([])
    }),
  )

  it('says so when nobody answers', () =>
    withFolder(async folder => {
      const failure = await downloadCli({
        binary: join(folder, 'temporal'),
        say: silent,
        from: 'http://127.0.0.1:9',
      })
      expect(failure).toMatch(/^http:\/\/127\.0\.0\.1:9/)
    }))
})

describe('goBuild', () => {
  const program = (folder: string) => ({
    title: 'a server',
    source: 'example.org/server@v1',
    binary: join(folder, 'cache', 'server-1', 'the-server'),
    cost: 'no time',
  })

  it('puts the finished program in its place', () =>
    withFolder(async folder => {
      await fakeProgram(
        join(folder, 'bin', 'go'),
        'echo example.org/package >&2',
        'echo built > "$GOBIN/server"',
      )
      await mkdir(join(folder, 'cache'))
      const lines: string[] = []
      const say = (line: string) => lines.push(line)
      const { binary } = program(folder)
      await goBuild({
        program: program(folder),
        env: { PATH: pathOf(join(folder, 'bin')) },
        isThere: () => Promise.resolve(existsSync(binary)),
        say,
      })
      expect(existsSync(binary)).toBe(true)
      expect(await readdir(join(folder, 'cache'))).toEqual(['server-1'])
      expect(lines.join('\n')).toContain('1 packages')
    }))

  it('gives the compiler’s last words when it fails, and leaves no program', () =>
    withFolder(async folder => {
      await fakeProgram(join(folder, 'bin', 'go'), 'echo "go: no such module" >&2', 'exit 1')
      const build = goBuild({
        program: program(folder),
        env: { PATH: pathOf(join(folder, 'bin')) },
        isThere: () => Promise.resolve(false),
        say: silent,
      })
      await expect(build).rejects.toThrow('go: no such module')
      expect(existsSync(program(folder).binary)).toBe(false)
    }))

  it('builds once when two processes want it at the same time', () =>
    withFolder(async folder => {
      const count = join(folder, 'count')
      await fakeProgram(
        join(folder, 'bin', 'go'),
        `echo x >> ${count}`,
        'sleep 0.3',
        'echo built > "$GOBIN/server"',
      )
      const { binary } = program(folder)
      const isThere = () => Promise.resolve(existsSync(binary))
      const build = () =>
        goBuild({
          program: program(folder),
          env: { PATH: pathOf(join(folder, 'bin')) },
          isThere,
          say: silent,
        })
      await Promise.all([build(), build()])
      expect(spawnSync('wc', ['-l', count]).stdout.toString()).toMatch(/^1 /)
    }))
})
