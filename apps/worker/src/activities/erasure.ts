import { createHash, randomBytes } from 'node:crypto'
import {
  acceptedHere,
  erasureOf,
  forgetAbsenceOf,
  heldInVault,
  knownToIndex,
  openErasure,
  type Db,
  type Eraser,
  type Erasure,
} from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { caseIn, processIdIn } from '@brobygger/domain/processes'
import type { Vault } from '@brobygger/vault'
import type { NativeConnection } from '@temporalio/worker'
import { failpoint } from '../failpoints.js'
import type { Ports } from '../ports/index.js'
import { beating } from './beating.js'
import { indexKeyOf } from './case-index.js'
import { deleteRuns, runsOf } from './executions.js'
import { toApplicationFailure } from './to-application-failure.js'
import type { ErasureActivities } from './types.js'

/** What an erasure needs in one administration. */
export interface ErasureParts {
  readonly administration: Administration
  readonly connection: Pick<NativeConnection, 'workflowService'>
  readonly db: Db
  readonly eraser: Eraser
  readonly ports: Pick<Ports, 'caseIndex' | 'familyCaseSystem'>
  readonly vault: Pick<Vault, 'destroyCase'>
}

/**
 * The steps of an erasure. Each looks up which case it is about, notes what it finds, destroys it, and looks again; a
 * repeat after a crash finds less, and gives what was noted first.
 */
export function erasureActivities(parts: ErasureParts): ErasureActivities {
  const { administration, connection, db, eraser, ports, vault } = parts

  const found = async (erasure: string): Promise<Erasure> => {
    const known = await erasureOf(db, { process: erasure })
    if (known === null) throw new Error('no such erasure')
    return known
  }

  return {
    eraseExecutions: async ({ erasure: process }) => {
      const { caseId, counts: noted } = await found(process)
      if (caseId === null) return noted['executions'] ?? {}
      const place = { connection, administration, caseId }
      const runs = await runsOf(place)
      const ids = new Set(runs.map(({ workflowId }) => workflowId))
      const counts = await eraser.note({
        process,
        step: 'executions',
        counts: { processes: ids.size, runs: runs.length },
      })
      await beating(() => deleteRuns(place))
      failpoint('after-erased-executions')
      return counts
    },
    eraseOutside: async ({ erasure: process }) => {
      const { caseId, counts: noted } = await found(process)
      if (caseId === null) return noted['outside'] ?? {}
      try {
        const asking = { key: `${process}.forget`, caseId, at: new Date().toISOString() }
        const { isIdentified, isIndexed } = await knownToIndex(db, { administration, caseId })
        // Also where nobody has written down yet that it got there.
        if (isIdentified) await ports.caseIndex.remove({ key: indexKeyOf(caseId), caseId })
        const { forgotten } = await ports.familyCaseSystem.forget(asking)
        const ours =
          forgotten === null
            ? { familyCaseSystemByHand: await acceptedHere(db, { administration, caseId }) }
            : { familyCaseSystem: forgotten }
        const counts = { ...ours, ...(isIdentified ? { caseIndex: isIndexed ? 1 : 0 } : {}) }
        failpoint('after-forgotten-outside')
        return await eraser.note({ process, step: 'outside', counts })
      } catch (error) {
        throw toApplicationFailure(error, 'askAgain')
      }
    },
    eraseTexts: async ({ erasure: process }) => {
      const { caseId, counts: noted } = await found(process)
      if (caseId === null) return noted['texts'] ?? {}
      const held = await heldInVault(db, { administration, caseId })
      const counts = await eraser.note({ process, step: 'texts', counts: { ...held } })
      await vault.destroyCase({ administration, caseId })
      await forgetAbsenceOf(db, { administration, caseId })
      failpoint('after-erased-texts')
      return counts
    },
    eraseLog: async ({ erasure: process }) => {
      const events = await beating(() => eraser.eraseLog({ process }))
      failpoint('after-erased-log')
      return { events }
    },
    certify: async ({ erasure: process, certificate }) => {
      const { caseId } = await found(process)
      if (caseId !== null) {
        // Somebody may have opened the case again while it was being erased.
        await beating(() => deleteRuns({ connection, administration, caseId }))
        await vault.destroyCase({ administration, caseId })
        await forgetAbsenceOf(db, { administration, caseId })
        await eraser.eraseLog({ process })
        // What was written about why goes as well: the certificate has codes only.
        await vault.destroyCase({ administration, caseId: caseIn(process) })
        await eraser.end({ process })
      }
      failpoint('after-certified')
      return { hash: createHash('sha256').update(canonical(certificate)).digest('hex') }
    },
    openErasure: async ({ case: caseId, practice }) => {
      const process = processIdIn({ kind: 'erasure', caseId: newCode(), administration })
      return { process: await openErasure(db, { process, administration, practice, caseId }) }
    },
  }
}

/** Random, shaped like a case's code: nothing leads from it to the case. */
function newCode(): string {
  const digits = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from(randomBytes(10), byte => digits.charAt(byte & 31)).join('')
}

/** JSON with its keys in order, so that the same certificate has the same hash everywhere. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
