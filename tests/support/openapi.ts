import { z } from 'zod'

const methods = ['get', 'post', 'put'] as const

const operationShape = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string().optional(), in: z.string().optional() })).default([]),
  requestBody: z.unknown().optional(),
})

const documentShape = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(methods), operationShape)),
})

/** An operation as the OpenAPI document has it. */
export interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below /api, with its parameters in braces. */
  readonly path: string
  readonly query: readonly string[]
  readonly takesBody: boolean
}

/** Every operation of an OpenAPI document. */
export function operations(document: unknown): Operation[] {
  return Object.entries(documentShape.parse(document).paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item[method]
      if (operation === undefined) return []
      return [
        {
          id: operation.operationId,
          method: method.toUpperCase() as Operation['method'],
          path: path.replace(/^\/api/, ''),
          query: operation.parameters.flatMap(({ name, in: place }) =>
            place === 'query' && name !== undefined ? [name] : [],
          ),
          takesBody: operation.requestBody !== undefined,
        },
      ]
    }),
  )
}

/** Ids of the right form of things that do not exist, by the part of the address that holds them. */
const absent: readonly [RegExp, string][] = [
  [/^\/tasks\//, 'concern-zzzzzzzzzz.1'],
  [/^\/consents\//, 'consent-zzzzzzzzzz-1'],
  [/^\/handovers\//, 'referral-zzzzzzzzzz-1'],
  [/^\/deadlines\//, 'concern-zzzzzzzzzz.1'],
  [/^\/problems\//, 'input-invalid'],
]

/** The address of an operation, for an id or for something that does not exist. */
export function pathOf({ path }: Operation, id?: string): string {
  const missing = absent.find(([pattern]) => pattern.test(path))?.[1] ?? 'zzzzzzzzzz'
  return path.replace(/\{document\}/, id ?? `d_${'0'.repeat(26)}`).replace(/\{[^}]+\}/g, id ?? missing)
}
