import { identityDegrees } from '@brobygger/domain/codes'
import { describe, expect, it } from '@jest/globals'
import { fileActions, officeActions, type FileAction } from './actions.js'
import { fields, type Field } from './fields.js'
import {
  expectedOffice,
  expectedPlain,
  forReason,
  seenForReason,
  seenUrgently,
  urgentlySeen,
  worksWithTheFamily,
  type Expected,
} from './matrix.expected.js'
import { may } from './may.js'
import {
  actorOf,
  fileOf,
  files,
  NOW,
  staff,
  standings,
  twists,
  type Cell,
  type What,
  type Who,
} from './testing.js'

const whos = Object.keys(staff) as Who[]
const whats = Object.keys(files) as What[]

const cells: Cell[] = whos.flatMap(who =>
  whats.flatMap(what =>
    standings.flatMap(standing =>
      twists.flatMap(twist => identityDegrees.codes.map(degree => ({ who, what, standing, twist, degree }))),
    ),
  ),
)

const nothing: Expected = { does: new Set(), sees: new Set() }
const both = (a: Expected, b: Expected): Expected => ({
  does: new Set([...a.does, ...b.does]),
  sees: new Set([...a.sees, ...b.sees]),
})

/** What the table says of a cell. */
function expected({ who, what, standing, twist, degree }: Cell): Expected {
  const plain = expectedPlain(who, what, standing)
  const urgent = urgentlySeen(who, what) ? seenUrgently : nothing
  const kept = new Set<FileAction>(
    [...plain.does].filter(action => ['restrict', 'breakGlass'].includes(action)),
  )
  const withReason = forReason[who]?.includes(what) ? both(plain, seenForReason(what)) : plain
  const whole = {
    plain,
    reason: withReason,
    conflict: nothing,
    restricted: { does: kept, sees: new Set<Field>() },
    glass: both(plain, urgent),
    glassRunOut: plain,
    restrictedGlass: both({ does: kept, sees: new Set<Field>() }, urgent),
    protected: plain,
    protectedReason: withReason,
    protectedGlass: both(plain, urgent),
  }[twist]
  const isFound = !twist.startsWith('protected') || worksWithTheFamily(who, what, standing)
  const sees = [...whole.sees]
    .filter(field => field !== 'identity' || degree === 'A2')
    .filter(field => field !== 'whereabouts' || isFound)
  return { does: whole.does, sees: new Set(sees) }
}

/** What the rules say of it. */
function found(cell: Cell): { does: FileAction[]; sees: Field[]; codes: string[] } {
  const file = fileOf(cell)
  const task = file.tasks[0]?.id
  const decisions = fileActions.codes.map(action => ({
    action,
    decision: may({ actor: actorOf(cell), action, target: { file, task, now: NOW } }),
  }))
  const allowed = decisions.filter(({ decision }) => decision.allowed)
  const [first] = allowed.flatMap(({ decision }) => (decision.allowed ? [decision.fields] : []))
  return {
    does: allowed.map(({ action }) => action),
    sees: fields.codes.filter(field => first?.has(field) ?? false),
    codes: [...new Set(decisions.flatMap(({ decision }) => (decision.allowed ? [] : [decision.code])))],
  }
}

describe('the matrix of who may what', () => {
  it(`holds in every cell: ${cells.length} standings × ${fileActions.codes.length} actions, and what is seen`, () => {
    const wrong = cells.flatMap(cell => {
      const table = expected(cell)
      const { does, sees } = found(cell)
      const missing = [...table.does].filter(action => !does.includes(action))
      const extra = does.filter(action => !table.does.has(action))
      // Without any action nothing is seen, whatever would have been.
      const unseen = does.length === 0 ? [] : [...table.sees].filter(field => !sees.includes(field))
      const overseen = sees.filter(field => !table.sees.has(field))
      const isRight = missing.length + extra.length + unseen.length + overseen.length === 0
      return isRight ? [] : [{ ...cell, missing, extra, unseen, overseen }]
    })
    expect(wrong.slice(0, 20)).toEqual([])
  })

  it('says that there is no such case to whoever has nothing to do with it', () => {
    const strangers = cells.filter(
      ({ who, what, standing, twist }) =>
        twist === 'plain' &&
        standing === 'none' &&
        // The data-protection officer knows of every request and erasure.
        !['request', 'erasure', 'retention', 'review'].includes(what) &&
        (who === 'dataProtectionOfficer' || who === 'operations' || isElsewhere(who, what)),
    )
    expect(strangers.length).toBeGreaterThan(100)
    const told = new Set(strangers.flatMap(cell => found(cell).codes))
    expect([...told]).toEqual(['case-unknown'])
  })

  it('opens a case to no colleague by a question that is put to their leader', () => {
    const cell: Cell = {
      who: 'socialWorker',
      what: 'concern',
      standing: 'queue',
      twist: 'plain',
      degree: 'A2',
    }
    const file = fileOf(cell)
    const toLeader = { ...file, tasks: file.tasks.map(task => ({ ...task, role: 'teamLeader' as const })) }
    const read = (of: typeof file) =>
      may({ actor: actorOf(cell), action: 'readCase', target: { file: of, now: NOW } }).allowed
    expect([read(file), read(toLeader)]).toEqual([true, false])
  })

  it('tells of a conflict of interest by its own name, and of nothing else', () => {
    const told = new Set(cells.filter(({ twist }) => twist === 'conflict').flatMap(cell => found(cell).codes))
    expect([...told]).toEqual(['conflict-of-interest'])
  })
})

const isElsewhere = (who: Who, what: What): boolean =>
  !staff[who].affiliations.some(({ administration }) => administration === files[what][1])

describe('what has no file', () => {
  it.each(officeActions.codes)('%s is for those whose work it is', action => {
    const target = { colleague: staff.socialWorker, administration: 'children-and-youth' } as const
    const allowed = whos.filter(who => may({ actor: staff[who], action, target }).allowed)
    const table = expectedOffice[action]
    expect(allowed.sort()).toEqual([...(table === '*' ? whos : table)].sort())
  })

  it('opens no content of another administration in Temporal UI', () => {
    const decode = (who: Who, administration: 'children-and-youth' | 'social-services') =>
      may({ actor: staff[who], action: 'decode', target: { administration } }).allowed
    expect(whos.filter(who => decode(who, 'social-services')).sort()).toEqual([
      'familyGroupLeader',
      'familyHouseLeader',
    ])
    expect(whos.filter(who => may({ actor: staff[who], action: 'decode', target: {} }).allowed)).toEqual([])
  })
})
