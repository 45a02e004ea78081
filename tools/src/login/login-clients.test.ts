import { stat } from 'node:fs/promises'
import { alwaysRunning } from '@brobygger/domain/codes'
import { clientsFileIn, loginClients } from '@brobygger/login'
import { describe, expect, it } from '@jest/globals'
import { readJson } from '../json-file.js'
import { withFolder } from '../testing.js'
import { ensureLoginClients } from './login-clients.js'

const addresses = { apiUrl: 'http://127.0.0.1:3000', uiUrl: 'http://127.0.0.1:8233', running: alwaysRunning }

describe('the clients of the login', () => {
  it('keep their secrets from start to start, where only the owner can read them', () =>
    withFolder(async dataDir => {
      const secrets = await ensureLoginClients({ dataDir, ...addresses })
      expect(await ensureLoginClients({ dataDir, ...addresses, apiUrl: 'http://127.0.0.1:3001' })).toEqual(
        secrets,
      )
      expect((await stat(clientsFileIn(dataDir))).mode & 0o777).toBe(0o600)
      expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
    }))

  it('let each worker write in the namespaces of its own administration alone', () =>
    withFolder(async dataDir => {
      await ensureLoginClients({ dataDir, ...addresses })
      const { clients } = loginClients.parse(await readJson(clientsFileIn(dataDir)))
      const permissions = Object.fromEntries(
        clients.flatMap(client => (client.kind === 'service' ? [[client.id, client.permissions]] : [])),
      )
      expect(permissions).toMatchObject({
        'worker-children-and-youth': ['children-and-youth:write', 'children-and-youth-practice:write'],
        'worker-social-services': ['social-services:write', 'social-services-practice:write'],
        'op-ole': [],
      })
      const admins = Object.keys(permissions).filter(id =>
        permissions[id]?.some(one => one.endsWith(':admin')),
      )
      expect(admins).toEqual(['set-up'])
    }))
})
