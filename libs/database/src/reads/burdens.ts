import type { Db } from '../connection/connect.js'

/** Whose concerns are looked at: real ones, or those of practice cases. */
interface Where {
  readonly institutions: readonly string[]
  readonly practice: boolean
}

/** How many concerns were raised at each institution between two instants, and how many of them were severe. */
export async function burdens(
  db: Db,
  args: Where & { from: string; to: string },
): Promise<{ institution: string; concerns: number; severe: number }[]> {
  const { institutions, practice, from, to } = args
  const rows = await db
    .selectFrom('cases')
    .select(['institution', 'severity'])
    .select(eb => eb.fn.countAll<string>().as('count'))
    .where('institution', 'in', institutions)
    .where('practice', '=', practice)
    .where('raised_at', '>=', from)
    .where('raised_at', '<=', to)
    .groupBy(['institution', 'severity'])
    .execute()
  return institutions.map(institution => {
    const counts = rows.filter(row => row.institution === institution)
    const sum = (of: typeof rows) => of.reduce((total, { count }) => total + Number(count), 0)
    return {
      institution,
      concerns: sum(counts),
      severe: sum(counts.filter(({ severity }) => severity === 'more')),
    }
  })
}

/** Most points of an agenda. */
const AGENDA = 50

/**
 * The open concerns of each institution at an instant, the oldest first. What a parent raised is left out: the
 * institution must see nothing of it, and the agenda goes to its leader.
 */
export async function openConcerns(
  db: Db,
  args: Where & { at: string },
): Promise<{ institution: string; caseId: string }[]> {
  return await db
    .selectFrom('cases')
    .select(['institution', 'id as caseId'])
    .where('institution', 'in', args.institutions)
    .where('practice', '=', args.practice)
    .where('status', '=', 'open')
    .where('raiser_role', '<>', 'parent')
    .where('raised_at', '<=', args.at)
    .orderBy('raised_at')
    .orderBy('id')
    .limit(AGENDA * args.institutions.length)
    .execute()
}
