import type { Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { namespacesOf, type Administration } from '@brobygger/domain/codes'
import { poll } from '../poll.js'

const { IndexedValueType } = proto.temporal.api.enums.v1

/** What a supervisor can search and sort by in Temporal UI. No personal data, for these are never encrypted. */
export const searchAttributes = {
  BroProcess: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  BroStage: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  BroUnit: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  BroRole: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  BroDue: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  BroOverdue: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
} as const

/** Adds the search attributes that are missing and waits until every namespace knows them. */
export async function ensureSearchAttributes(
  connection: Connection,
  running: readonly Administration[],
): Promise<void> {
  await Promise.all(namespacesOf(running).map(namespace => ensureIn(connection, namespace)))
}

async function ensureIn(connection: Connection, namespace: string): Promise<void> {
  // A namespace that was registered a moment ago is not known to every service yet.
  await poll({
    what: `search attributes of ${namespace}`,
    within: 30_000,
    every: 200,
    attempt: async () => {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace })
      const missing = Object.entries(searchAttributes).filter(([name]) => !(name in customAttributes))
      if (missing.length === 0) return true
      await connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(missing),
      })
      return undefined
    },
  })
}
