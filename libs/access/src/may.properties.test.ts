import { accessReasons, administrations, identityDegrees, roles, units } from '@brobygger/domain/codes'
import { processes, type ProcessKind } from '@brobygger/domain/processes'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fileActions, type FileAction } from './actions.js'
import type { Actor, FileFacts, Part, TaskFacts } from './facts.js'
import type { Field } from './fields.js'
import { may, type DenyCode } from './may.js'

const NOW = '2027-01-14T10:00:00.000Z'
const LATER = '2027-01-14T10:20:00.000Z'
const ME = 'me'

const people = fc.constantFrom(ME, 'anna', 'bo', 'eva')
const administration = fc.constantFrom(...administrations.codes)
const role = fc.constantFrom(...roles.codes)
/** The data-protection officer is the whole municipality's: every administration's requests are theirs to know of. */
const roleInOne = fc.constantFrom(...roles.codes.filter(code => code !== 'dataProtectionOfficer'))
const unit = fc.constantFrom(...units.codes)
const kind = fc.constantFrom(...(Object.keys(processes) as ProcessKind[]))

const actor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constant(ME),
  affiliations: fc.array(fc.record({ administration, unit, role }), { minLength: 1, maxLength: 2 }),
  reason: fc.option(fc.constantFrom(...accessReasons.codes), { nil: null }),
})

const part = (n: number): fc.Arbitrary<Part> =>
  fc.record({
    process: fc.constant(`p${n}`),
    kind,
    administration,
    unit,
    open: fc.boolean(),
    people: fc.record(
      { socialWorker: people, familyCaseworker: people, institutionLeader: people },
      { requiredKeys: [] },
    ),
    hiddenFrom: fc.subarray(['anna', 'bo']),
    offered: fc.boolean(),
  })

const task = (n: number, parts: number): fc.Arbitrary<TaskFacts> =>
  fc.record({
    id: fc.constant(`t${n}`),
    process: fc.nat({ max: parts - 1 }).map(of => `p${of}`),
    role,
    unit,
    person: fc.option(people),
    open: fc.boolean(),
    closedBy: fc.option(people),
  })

/** A file of one to three processes, not restricted, with nobody's urgent access, and no conflict of mine. */
const file: fc.Arbitrary<FileFacts> = fc.integer({ min: 1, max: 3 }).chain(count =>
  fc.record({
    caseId: fc.constant('k7qm4d2x9a'),
    practice: fc.boolean(),
    raisedBy: fc.option(people),
    raisedByParent: fc.boolean(),
    degree: fc.option(fc.constantFrom(...identityDegrees.codes)),
    protectedPersons: fc.constant([]),
    parts: fc.tuple(...Array.from({ length: count }, (_, n) => part(n))),
    tasks: fc.nat({ max: 3 }).chain(n => fc.tuple(...Array.from({ length: n }, (_, i) => task(i, count)))),
    restricted: fc.constant({}),
    glass: fc.constant({}),
  }),
)

interface All {
  readonly does: ReadonlySet<FileAction>
  readonly sees: ReadonlySet<Field>
  readonly codes: ReadonlySet<DenyCode>
}

/** Everything that somebody may do with a file and see of it. */
function all(who: Actor, of: FileFacts): All {
  const decisions = fileActions.codes.map(action => ({
    action,
    decision: may({ actor: who, action, target: { file: of, task: 't0', now: NOW } }),
  }))
  return {
    does: new Set(decisions.filter(({ decision }) => decision.allowed).map(({ action }) => action)),
    sees: new Set(decisions.flatMap(({ decision }) => (decision.allowed ? [...decision.fields] : []))),
    codes: new Set(decisions.flatMap(({ decision }) => (decision.allowed ? [] : [decision.code]))),
  }
}

const reading = new Set<FileAction>(fileActions.codes.filter(action => action.startsWith('read')))
const isIn = <T>(part: ReadonlySet<T>, whole: ReadonlySet<T>): boolean =>
  [...part].every(one => whole.has(one))
const withGlass = (of: FileFacts, until: string): FileFacts => ({
  ...of,
  glass: Object.fromEntries(administrations.codes.map(code => [code, until])),
})
const toOthers = (of: FileFacts): FileFacts => ({
  ...of,
  restricted: Object.fromEntries(administrations.codes.map(code => [code, ['somebody-else']])),
})
const holds = (property: (who: Actor, of: FileFacts) => void) => {
  fc.assert(fc.property(actor, file, property), { numRuns: 500 })
}

describe('whoever asks about whatever file', () => {
  it('gets nothing of a family that they know, whatever else they are to the file', () => {
    holds((who, of) => {
      const [first, ...rest] = of.parts
      if (first === undefined) return
      const known = { ...of, parts: [{ ...first, hiddenFrom: [...first.hiddenFrom, ME] }, ...rest] }
      const { does, sees, codes } = all(who, withGlass(known, LATER))
      expect([does.size, sees.size, [...codes]]).toEqual([0, 0, ['conflict-of-interest']])
    })
  })

  it('learns nobody’s name before the child is identified', () => {
    holds((who, of) => {
      const anonymous = withGlass({ ...of, degree: of.degree === 'A2' ? 'A1' : of.degree }, LATER)
      expect(all(who, anonymous).sees.has('identity')).toBe(false)
    })
  })

  it('never loses by a stated reason or by urgent access, and by either gains reading alone', () => {
    holds((who, of) => {
      const plain = all({ ...who, reason: null }, of)
      for (const more of [
        all({ ...who, reason: 'review' }, of),
        all({ ...who, reason: null }, withGlass(of, LATER)),
      ]) {
        expect(isIn(plain.does, more.does) && isIn(plain.sees, more.sees)).toBe(true)
        expect([...more.does].filter(action => !plain.does.has(action) && !reading.has(action))).toEqual([])
      }
    })
  })

  it('has nothing of urgent access that has run out', () => {
    holds((who, of) => {
      expect(all(who, withGlass(of, NOW))).toEqual(all(who, of))
    })
  })

  it('sees nothing of what is restricted to others, and may lift that or take urgent access at most', () => {
    holds((who, of) => {
      const { does, sees } = all(who, toOthers(of))
      expect([...sees]).toEqual([])
      expect([...does].filter(action => !['restrict', 'breakGlass'].includes(action))).toEqual([])
      expect(isIn(does, all(who, of).does)).toBe(true)
    })
  })

  it('finds the same in whatever order the facts come', () => {
    holds((who, of) => {
      const turned = { ...of, parts: of.parts.toReversed(), tasks: of.tasks.toReversed() }
      expect(all(who, turned)).toEqual(all(who, of))
    })
  })

  it('is not told that a file is there, who works in another administration and has no part in it', () => {
    const elsewhere = fc.record({ who: actor, of: file, ofOne: roleInOne }).map(({ who, of, ofOne }) => ({
      who: {
        ...who,
        affiliations: who.affiliations.map(own => ({
          ...own,
          role: ofOne,
          administration: 'social-services' as const,
        })),
      },
      of: {
        ...of,
        raisedBy: 'anna',
        parts: of.parts.map(one => ({ ...one, administration: 'children-and-youth' as const, people: {} })),
        tasks: of.tasks.map(one => ({ ...one, person: 'anna', closedBy: null })),
      },
    }))
    fc.assert(
      fc.property(elsewhere, ({ who, of }) => {
        const { does, codes } = all(who, of)
        expect([[...does], [...codes]]).toEqual([[], ['case-unknown']])
      }),
      { numRuns: 500 },
    )
  })
})
