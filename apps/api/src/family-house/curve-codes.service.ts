import { createHash, randomBytes } from 'node:crypto'
import { caseIn } from '@brobygger/domain/processes'
import { Injectable } from '@nestjs/common'
import { CaseAccess } from '../access/case-access.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'

/** Bytes of a code: more than anybody can guess. */
const BYTES = 16

/** The codes with which families look at their own curves. Only a hash is kept; a new code ends the old one. */
@Injectable()
export class CurveCodes {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
  ) {}

  /** Makes a code for the family of a course. It is shown once. */
  async make(caller: Person, process: string): Promise<{ code: string }> {
    const place = this.access.of(caseIn(process), caller)
    if (!place.processes.some(({ id }) => id === process)) throw new Problem('course-unknown')
    const code = randomBytes(BYTES).toString('base64url')
    const row = { code_hash: hashOf(code), made_by: caller.id }
    await this.storage.db
      .insertInto('curve_codes')
      .values({ process, ...row })
      .onConflict(conflict => conflict.column('process').doUpdateSet(row))
      .execute()
    return { code }
  }

  /** The course that a code belongs to. Refuses with `curve-code-unknown`. */
  async courseOf(code: string): Promise<string> {
    const row = await this.storage.db
      .selectFrom('curve_codes')
      .select('process')
      .where('code_hash', '=', hashOf(code))
      .executeTakeFirst()
    if (row === undefined) throw new Problem('curve-code-unknown')
    return row.process
  }
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64url')
