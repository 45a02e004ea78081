import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { courseForm } from '../messages/index.js'
import { taskKinds, taskOfKind } from '../tasks/index.js'
import { isVaultField } from './text.js'
import { isWhereabouts } from './whereabouts.js'

/** Every field of a form, however deep, by its name. */
function fieldsOf(schema: z.core.$ZodType, path = ''): { path: string; schema: z.core.$ZodType }[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isVaultField(schema) ? [{ path, schema }] : fieldsOf(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, `${path}.0`)
  if (!(schema instanceof z.ZodObject)) return [{ path, schema }]
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) =>
    fieldsOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

const forms = [courseForm, ...taskKinds.map(kind => taskOfKind(kind)?.form ?? z.object({}))]
const sealed = forms.flatMap(form => fieldsOf(form)).filter(({ schema }) => isVaultField(schema))

describe('fields that tell where somebody is', () => {
  it('are known by name, and no field that says so in its title is missing', () => {
    const titled = sealed.filter(({ schema }) =>
      /kontakt|adresse|\bsted\b|telefon|e-mail/i.test(z.globalRegistry.get(schema)?.title ?? ''),
    )
    const names = (of: typeof sealed) => [...new Set(of.map(({ path }) => path))].sort()
    expect(names(sealed.filter(({ path }) => isWhereabouts(path)))).toEqual([
      'childContact',
      'contact',
      'givers.0.contact',
    ])
    expect(names(titled)).toEqual(names(sealed.filter(({ path }) => isWhereabouts(path))))
  })

  it('are no names and no free text', () => {
    expect(['childName', 'giverName', 'observed', 'contacted', 'parents.0.name'].some(isWhereabouts)).toBe(
      false,
    )
  })
})
