import type { LineDigest } from '../chain/stored-line.js'
import type { Finding } from './finding.js'

const keyOf = ({ digest }: LineDigest) => digest.toString('hex')

/** What differs between the lines that a block remembers and those that stand there now. */
export function compareLines(
  block: number,
  sealed: readonly LineDigest[],
  present: readonly LineDigest[],
): Finding[] {
  if (same(sealed, present)) return []
  const were = new Map(sealed.map(line => [line.id, line]))
  const are = new Map(present.map(line => [line.id, line]))
  const differs = present.filter(line => {
    const was = were.get(line.id)
    return was !== undefined && !(was.txid === line.txid && was.digest.equals(line.digest))
  })
  const inserted = present.filter(line => !were.has(line.id))
  const deleted = sealed.filter(line => !are.has(line.id))
  // What stands at one number now and stood at another then was moved, not written anew.
  const stood = new Map(
    [...deleted, ...differs.flatMap(line => were.get(line.id) ?? [])].map(line => [keyOf(line), line.id]),
  )
  const moved = new Set<bigint>()
  const findings: Finding[] = []
  for (const line of [...differs, ...inserted]) {
    const was = stood.get(keyOf(line))
    if (was !== undefined) {
      moved.add(was)
      findings.push({ what: 'line-moved', block, line: String(line.id), was: String(was) })
    } else {
      findings.push({
        what: were.has(line.id) ? 'line-changed' : 'line-inserted',
        block,
        line: String(line.id),
      })
    }
  }
  for (const line of deleted) {
    if (!moved.has(line.id)) findings.push({ what: 'line-deleted', block, line: String(line.id) })
  }
  return findings
}

function same(sealed: readonly LineDigest[], present: readonly LineDigest[]): boolean {
  return (
    sealed.length === present.length &&
    sealed.every((was, i) => {
      const is = present[i]
      return is !== undefined && was.id === is.id && was.txid === is.txid && was.digest.equals(is.digest)
    })
  )
}
