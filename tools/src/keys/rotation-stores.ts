import { resolve } from 'node:path'
import { KeyRing } from '@brobygger/codec'
import { readMunicipality, type Config } from '@brobygger/config'
import { connect, databaseName, urlFor, workerRole } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { runningIn } from '@brobygger/domain/organisation'
import {
  chooseMasterKeys,
  chooseMasterKeyVersions,
  keysDatabaseName,
  KeyStore,
  type MasterKeyVersions,
} from '@brobygger/keys'
import { Vault } from '@brobygger/vault'
import { readSystem } from '../running-system.js'
import { passwordsIn } from '../setup/role-passwords.js'
import { ensureSecrets } from '../setup/secrets.js'
import type { Rotation } from './rotation-step.js'

/** What a rotation works on: each administration's keys and texts, as its worker's role. */
export interface RotationStores {
  readonly versions: MasterKeyVersions
  readonly keyStores: readonly KeyStore[]
  readonly vault: Vault
  readonly close: () => Promise<void>
}

/**
 * Connects to the databases of the configuration, or of the system that runs on the data folder.
 * @throws Error when there are none
 */
export async function openRotationStores({
  config,
  keysFile,
}: Pick<Rotation, 'config' | 'keysFile'>): Promise<RotationStores> {
  const running = runningIn(await readMunicipality(config.MUNICIPALITY_FILE))
  const { adminUrl, keysAdminUrl, passwords } = await findStores(config, running)
  const settings = { ...config, KEYS_FILE: keysFile }
  const opened = running.map(administration => {
    const role = { role: workerRole(administration), password: passwords[workerRole(administration)] ?? '' }
    const data = connect({ url: urlFor(adminUrl, { ...role, database: databaseName }), max: 2 })
    const store = connect({ url: urlFor(keysAdminUrl, { ...role, database: keysDatabaseName }), max: 2 })
    const masters = chooseMasterKeys(settings, [administration])
    const keys = new KeyStore({ administration, db: store.pool, masters, running })
    return { store: { db: data.pool, keys }, connections: [data, store] }
  })
  return {
    versions: chooseMasterKeyVersions(settings),
    keyStores: opened.map(({ store }) => store.keys),
    vault: new Vault({ stores: opened.map(({ store }) => store), format1: await KeyRing.load(keysFile) }),
    close: async () => {
      await Promise.all(opened.flatMap(({ connections }) => connections.map(one => one.close())))
    },
  }
}

async function findStores(
  config: Config,
  running: readonly Administration[],
): Promise<{
  adminUrl: string
  keysAdminUrl: string
  passwords: Readonly<Partial<Record<string, string>>>
}> {
  const { OWNER_DATABASE_URL: adminUrl, ROLE_DATABASE_URLS: urls } = config
  if (adminUrl !== undefined && urls !== undefined) {
    const keysAdminUrl = config.KEYS_OWNER_DATABASE_URL ?? adminUrl
    return { adminUrl, keysAdminUrl, passwords: passwordsIn(urls, running) }
  }
  const dataDir = resolve(config.DATA_DIR)
  const system = await readSystem(dataDir)
  if (system === undefined) {
    throw new Error(
      'There are no keys to rotate. Start the system with npm start, or set OWNER_DATABASE_URL and ROLE_DATABASE_URLS ' +
        'as set-up has them.',
    )
  }
  const { ownerUrl, keysAdminUrl } = system
  const { roles } = await ensureSecrets(dataDir, running)
  return { adminUrl: ownerUrl, keysAdminUrl, passwords: roles }
}
