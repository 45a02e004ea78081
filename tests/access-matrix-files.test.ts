import { caseIn } from '@brobygger/domain/processes'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyKind } from './support/any-kind.js'
import { takenOn } from './support/courses.js'
import { Erasing, practiceList, years } from './support/erasure.js'
import { call } from './support/http.js'
import { answers, duty, people, steers, wrongAnswers, type PersonId } from './support/matrix.js'
import { operations, type Operation } from './support/openapi.js'

/** Files beside the case, by how they begin: the process whose rights are asked about. */
const files: Readonly<Record<string, () => Promise<string>>> = {
  familyHouseCourse: () => begun('familyHouseCourse'),
  familyHouseGroup: () => begun('familyHouseGroup'),
  visitRound: () => begun('visitRound'),
  bulkHandOver: () => begun('bulkHandOver'),
  accessRequest: () => begun('accessRequest'),
  accessReview: () => begun('accessReview'),
  erasure: async () => (await Erasing.begin((await takenOn()).id)).process().id,
  retention: async () => (await practiceList(years(4))).id,
}

async function begun(kind: string): Promise<string> {
  const of = anyKind.find(one => one.kind === kind)
  if (of === undefined) throw new Error(`no kind ${kind}`)
  return (await of.begin()).id
}

/** Operations about one such file, and where each is asked. */
const about: Readonly<Record<string, (process: string) => string>> = {
  '/processes/{id}': process => process,
  '/tasks/{id}': process => `${process}.1`,
  '/deadlines/{id}': process => `${process}.1`,
  '/family-house/courses/{id}': process => process,
  '/family-house/groups/{id}': process => process,
  '/visit-rounds/{id}': process => process,
  '/retention-lists/{id}': process => process,
  '/bulk-hand-overs/{id}': caseIn,
  '/access-requests/{id}': caseIn,
  '/erasures/{id}': caseIn,
  '/access-reviews/{id}': caseIn,
}
/** Addresses that only their own kind of file has. */
const ownKind: Readonly<Record<string, string>> = {
  '/family-house/courses/{id}': 'familyHouseCourse',
  '/family-house/groups/{id}': 'familyHouseGroup',
  '/visit-rounds/{id}': 'visitRound',
  '/retention-lists/{id}': 'retention',
  '/bulk-hand-overs/{id}': 'bulkHandOver',
  '/access-requests/{id}': 'accessRequest',
  '/erasures/{id}': 'erasure',
  '/access-reviews/{id}': 'accessReview',
}

/** The same address, whatever its part that names a file is called. */
const named = (path: string): string => path.replace(/\{[a-z]+\}/, '{id}')

function addressIn({ path }: Operation, kind: string, process: string): string | null {
  const begin = Object.keys(about).find(one => named(path).startsWith(one))
  if (begin === undefined || (ownKind[begin] ?? kind) !== kind) return null
  const rest = named(path).slice(begin.length)
  return `${begin.replace('{id}', about[begin]?.(process) ?? '')}${rest}`
}

let all: Operation[]
let asked = 0
beforeAll(async () => {
  all = operations((await call('GET', '/openapi.json', null)).body)
})

const looks = ['getProcess', 'getTask']
/** What holds work together. Of these only what can be asked about a process is asked here. */
const handles = [...duty, ...steers]

/** Who may what with each file, written down by hand. Who is not named may nothing. */
const expected: Readonly<Record<string, Readonly<Partial<Record<PersonId, readonly string[]>>>>> = {
  // Who has the course, and who answers for every course and its scores
  familyHouseCourse: {
    'fh-karen': [...looks, ...handles, ...answers, 'getCourse', 'makeCurveCode'],
    'hl-olga': [...looks, ...handles, 'getCourse', 'makeCurveCode'],
  },
  // Places are about no child: the house's own people fill them, its leader decides how many there are
  familyHouseGroup: {
    'fh-karen': ['getProcess', 'getGroup', 'takePlace', 'putFirst'],
    'hl-olga': [...looks, ...handles, ...answers, 'getGroup', 'takePlace', 'putFirst', 'setCapacity'],
  },
  // Colleagues see when who visits where
  visitRound: {
    'sw-anna': ['getProcess', 'getVisitRound'],
    'sw-bo': ['getProcess', 'getVisitRound'],
    'tl-eva': [...looks, ...handles, ...answers, 'getVisitRound'],
  },
  // Why somebody is away is nobody's but the leader's
  bulkHandOver: { 'tl-eva': [...looks, ...handles, ...answers, 'getBulkHandOver'] },
  // The leader has the clock; what is in the answer only on a stated reason
  accessRequest: {
    'sw-anna': [...looks, ...handles, 'getAccessRequest'],
    'tl-eva': [...looks, ...handles, ...answers],
    'dpo-nina': ['getProcess', 'getAccessRequest'],
  },
  // Whoever took the urgent access, here sw-bo, has no part in what is said of it
  accessReview: {
    'tl-eva': [...looks, ...handles, ...answers, 'getAccessReview'],
    'dpo-nina': ['getProcess', 'getAccessReview'],
  },
  erasure: {
    'tl-eva': [...looks, ...handles, ...answers, 'getErasure'],
    'dpo-nina': ['getProcess', 'getErasure'],
  },
  retention: {
    'tl-eva': [...looks, ...handles, ...answers, 'getRetentionList'],
    'dpo-nina': ['getProcess', 'getRetentionList'],
  },
}

describe('over HTTP', () => {
  it.each(Object.keys(files))(
    '%s: everybody gets just what is theirs, whatever they send',
    async kind => {
      const process = (await files[kind]?.()) ?? ''
      const wrong: string[] = []
      for (const operation of all) {
        const address = addressIn(operation, kind, process)
        if (address === null) continue
        asked += people.length
        const may = (as: PersonId) => expected[kind]?.[as]?.includes(operation.id) ?? false
        wrong.push(...(await wrongAnswers({ operation, address, everybody: people, may })))
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )
})

describe('what names no file', () => {
  const every: readonly PersonId[] = people
  const helpers: readonly PersonId[] = [
    'sw-anna',
    'sw-bo',
    'tl-eva',
    'fg-gitte',
    'fg-hans',
    'fl-ida',
    'do-jens',
    'fh-karen',
    'hl-olga',
  ]
  const house: readonly PersonId[] = ['fh-karen', 'hl-olga']
  const familyGroup: readonly PersonId[] = ['fg-gitte', 'fg-hans', 'fl-ida', 'do-jens']
  const leaders: readonly PersonId[] = ['tl-eva', 'fl-ida', 'hl-olga']
  const visitors: readonly PersonId[] = ['sw-anna', 'sw-bo', 'tl-eva']

  /** Who may what, written down by hand; for a colleague it is asked about sw-anna. */
  const office: Readonly<Record<string, readonly PersonId[]>> = {
    raiseConcern: every,
    getWorklist: every,
    getMe: every,
    logOut: every,
    listCodes: every,
    listRules: every,
    listInstitutions: every,
    listStaff: every,
    // The data-protection officer and operations have no cases
    listCases: [...helpers, 'r-101001', 'r-101002', 'nl-101001', 'nl-101002', 'hv-mia'],
    requestAccess: helpers,
    listCourses: house,
    askForCourse: [...house, ...familyGroup],
    listGroups: [...house, ...familyGroup],
    openGroup: ['hl-olga'],
    listVisitRounds: visitors,
    startVisitRound: ['tl-eva'],
    startRetentionList: ['tl-eva', 'fl-ida'],
    listAccesses: ['dpo-nina'],
    exportAccesses: ['dpo-nina'],
    sampleAccesses: leaders,
    reviewAccess: leaders,
    listStuck: ['op-ole'],
    showSystems: ['op-ole'],
    getWorkOfStaff: ['sw-anna', 'tl-eva'],
    handOverAll: ['tl-eva'],
  }
  /** Asked without anybody's name: by browsers that log in, by monitors, by whoever reads how it works, by systems that sign. */
  const open = [
    'finishLogin',
    'logIn',
    'isLive',
    'isReady',
    'getMetrics',
    'getOpenApi',
    'getProblem',
    'listProblems',
    'lookAtCurve',
    'decodePayloads',
    'tellOfLetter',
  ]

  it.each(Object.keys(office))('%s is for those whose work it is', async id => {
    const operation = all.find(one => one.id === id)
    if (operation === undefined) throw new Error(`no operation ${id}`)
    const address = operation.path.replace('{id}', id === 'reviewAccess' ? '1' : 'sw-anna')
    asked += people.length
    const may = (as: PersonId) => office[id]?.includes(as) ?? false
    expect(await wrongAnswers({ operation, address, everybody: people, may })).toEqual([])
  })

  it('is everything that is left: no operation is without its line', () => {
    const left = all.filter(
      ({ id, path }) =>
        !(id in office) &&
        !open.includes(id) &&
        !Object.keys(about).some(begin => named(path).startsWith(begin)) &&
        !/^\/(cases|consents|handovers|practice)\/\{/.test(path),
    )
    expect(left.map(({ id }) => id)).toEqual([])
    process.stdout.write(`access over HTTP, files and what names none: ${asked} cells asked\n`)
  })
})
