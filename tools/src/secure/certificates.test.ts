import { readFile, stat } from 'node:fs/promises'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:tls'
import { describe, expect, it } from '@jest/globals'
import { withFolder } from '../testing.js'
import { ensureCertificate } from './certificates.js'

describe('the certificate of the secure server', () => {
  it('proves to a client who the server is, and only with the authority it came from', () =>
    withFolder(async folder => {
      const files = await ensureCertificate(`${folder}/one`)
      const other = await ensureCertificate(`${folder}/other`)
      const server = createServer({ cert: await readFile(files.certificate), key: await readFile(files.key) })
      server.on('tlsClientError', () => undefined)
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      const dial = async (ca: string) => {
        const socket = connect({ host: '127.0.0.1', port, ca: await readFile(ca) })
        try {
          await once(socket, 'secureConnect')
          return socket.authorized
        } finally {
          socket.destroy()
        }
      }
      expect(await dial(files.ca)).toBe(true)
      await expect(dial(other.ca)).rejects.toThrow()
      server.close()
    }))

  it('is kept until it nears its end, and its key is read by its owner alone', () =>
    withFolder(async folder => {
      const { certificate, key } = await ensureCertificate(folder)
      const first = await readFile(certificate, 'utf8')
      await ensureCertificate(folder)
      expect(await readFile(certificate, 'utf8')).toBe(first)
      expect((await stat(key)).mode & 0o777).toBe(0o600)
      await ensureCertificate(folder, new Date(Date.now() + 340 * 86_400_000))
      expect(await readFile(certificate, 'utf8')).not.toBe(first)
    }))
})
