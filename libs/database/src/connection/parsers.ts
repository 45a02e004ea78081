import pg from 'pg'

const { builtins } = pg.types

/** How PostgreSQL writes an instant inside JSON when its clock is set to UTC. */
const instantInJson = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+00:00$/

const oneForm = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && instantInJson.test(value) ? new Date(value).toISOString() : value

const json = (text: string): unknown => JSON.parse(text, oneForm)
const instant = (text: string): string => new Date(text).toISOString()

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, instant],
  [builtins.DATE, text => text],
  [builtins.INT8, Number],
  [builtins.JSON, json],
  [builtins.JSONB, json],
])

type TypeOf = Parameters<pg.CustomTypesConfig['getTypeParser']>[0]
type Parser = (value: string) => unknown

/**
 * How values arrive: instants as `2027-01-14T22:59:59.999Z`, also inside JSON, dates as `2027-01-14`, counts as
 * numbers.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (type: TypeOf): Parser =>
    parsers.get(type) ?? (pg.types.getTypeParser(type, 'text') as Parser),
}
