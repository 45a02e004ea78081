import type { KeyRing } from '@brobygger/codec'
import type { ConfigWith } from '@brobygger/config'
import { connect, vaultRole } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { chooseMasterKeys, KeyStore } from '@brobygger/keys'
import { Vault } from '@brobygger/vault'

/** What the API is told about its vault. */
export type VaultConfig = ConfigWith<'VAULT_DATABASE_URLS' | 'KEYS_DATABASE_URLS'>

/** The vault and its connections. */
export interface OpenedVault {
  readonly vault: Vault
  readonly close: () => Promise<void>
}

/** Most connections to the vault and to the key store, for each administration. */
const CONNECTIONS = 5

/**
 * The vault, with a role of its own in both databases for each administration. Connects when first used.
 * @param running the administrations that run
 * @throws Error naming the administration that has no address
 */
export function openVault(
  config: VaultConfig,
  ring: KeyRing,
  running: readonly Administration[],
): OpenedVault {
  const masters = chooseMasterKeys(config, running)
  const opened = running.map(administration => {
    const data = connect({ url: urlOf(config, 'VAULT_DATABASE_URLS', administration), max: CONNECTIONS })
    const store = connect({ url: urlOf(config, 'KEYS_DATABASE_URLS', administration), max: CONNECTIONS })
    const keys = new KeyStore({ administration, db: store.pool, masters, running })
    return { store: { db: data.pool, keys }, connections: [data, store] }
  })
  const connections = opened.flatMap(one => one.connections)
  return {
    vault: new Vault({ stores: opened.map(one => one.store), format1: ring }),
    close: async () => {
      await Promise.all(connections.map(connection => connection.close()))
    },
  }
}

function urlOf(
  config: VaultConfig,
  name: 'VAULT_DATABASE_URLS' | 'KEYS_DATABASE_URLS',
  administration: Administration,
): string {
  const role = vaultRole(administration)
  const url = config[name].find(one => new URL(one).username === role)
  if (url === undefined) throw new Error(`${name} holds no address for the role ${role}`)
  return url
}
