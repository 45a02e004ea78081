import {
  apiRole,
  databaseName,
  eraserRole,
  logReaderRole,
  logSealerRole,
  ownerRole,
  vaultRole,
  workerRole,
} from '@brobygger/database'
import { alwaysRunning, practiceNamespacesOf, type Administration } from '@brobygger/domain/codes'
import { keysDatabaseName, keysOwnerRole } from '@brobygger/keys'
import { dynamicConfig } from '../engine/dynamic-config.js'

/** A file for `docker compose -f docker-compose.yml -f …`; JSON is YAML. */
export interface ComposeOverride {
  readonly services: Readonly<
    Record<string, { extends?: object; environment: Readonly<Record<string, string>> }>
  >
  readonly configs: Readonly<Record<string, { content: string }>>
}

/**
 * What docker-compose.yml needs besides, so that these administrations run: for each that it does not have a worker,
 * and the addresses of its roles at set-up and at the API.
 */
export function composeOverride(running: readonly Administration[]): ComposeOverride {
  const named: readonly Administration[] = alwaysRunning
  const added = running.filter(code => !named.includes(code))
  const roles = [
    ...[ownerRole, apiRole, logSealerRole, logReaderRole],
    ...running.flatMap(code => [workerRole(code), vaultRole(code), eraserRole(code)]),
  ]
  const listOf = (database: string, names: readonly string[]) =>
    names.map(role => addressOf(role, database)).join(' ')
  return {
    services: {
      setup: {
        environment: {
          ROLE_DATABASE_URLS: `${listOf(databaseName, roles)} ${addressOf(keysOwnerRole, keysDatabaseName)}`,
        },
      },
      api: {
        environment: {
          VAULT_DATABASE_URLS: listOf(databaseName, running.map(vaultRole)),
          KEYS_DATABASE_URLS: listOf(keysDatabaseName, running.map(vaultRole)),
        },
      },
      ...Object.fromEntries(added.map(code => [`worker-${code}`, workerService(code)])),
    },
    configs: {
      'temporal-settings': { content: JSON.stringify(dynamicConfig(practiceNamespacesOf(running))) },
    },
  }
}

function workerService(code: Administration) {
  return {
    extends: { file: 'docker-compose.yml', service: `worker-${alwaysRunning[1]}` },
    environment: {
      ADMINISTRATION: code,
      DATABASE_URL: addressOf(workerRole(code), databaseName),
      KEYS_DATABASE_URL: addressOf(workerRole(code), keysDatabaseName),
      ERASER_DATABASE_URL: addressOf(eraserRole(code), databaseName),
    },
  }
}

/** The address of a role; its password stands in `.env` under the role's name, as docker-compose.yml has it. */
function addressOf(role: string, database: string): string {
  const name = role.replace(/^bro_(worker_)?/, '').toUpperCase()
  return `postgres://${role}:\${${name}_PASSWORD:?see the top of docker-compose.yml}@postgres:5432/${database}`
}
