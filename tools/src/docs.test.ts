import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { processes } from '@brobygger/domain/processes'
import { taskKinds } from '@brobygger/domain/tasks'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { fillSection } from './docs/fill-section.js'
import { formFields } from './docs/form-fields.js'
import { sections } from './docs/sections.js'
import { taskPlaces, tasksOfAnyStep } from './docs/task-places.js'

const text = (file: string) => readFileSync(join(repositoryFolder, file), 'utf8')

/** Every page, from the repository's root. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(repositoryFolder, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
]

/** Whether a script of package.json has its program: one that runs through tools/run.mjs lies in tools or bench. */
function isThere(script: string | undefined): boolean {
  const [, name] = /^node tools\/run\.mjs (\w+)$/.exec(script ?? '') ?? []
  if (script === undefined || name === undefined) return script !== undefined
  const [, folder, program] =
    new RegExp(`${name}: '(\\w+)/dist/([\\w-]+)\\.js'`).exec(text('tools/run.mjs')) ?? []
  return existsSync(join(repositoryFolder, folder ?? '', 'src', `${program ?? ''}.ts`))
}

describe('the documentation', () => {
  it.each(sections.map(section => [section.file, section.name, section] as const))(
    '%s has %s as the code has it; `npm run docs` writes it anew',
    (file, name, { content }) => {
      const page = text(file)
      expect(page).toBe(fillSection(page, { name, content: content() }))
    },
  )

  it.each(pages)('%s leads to files that are there', page => {
    const links = [...text(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? '')
    const missing = links.filter(link => !existsSync(join(repositoryFolder, dirname(page), link)))
    expect(missing).toEqual([])
  })

  it.each(pages)('%s names commands that package.json has', page => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
    const named = [...text(page).matchAll(/\bnpm (?:run (?:-s )?)?([a-z][a-z:]*)/g)].map(
      ([, name]) => name ?? '',
    )
    expect(named.filter(name => name !== 'package' && !isThere(scripts[name]))).toEqual([])
  })

  it('gives every kind of task a place in a process', () => {
    const placed = [
      ...Object.values(taskPlaces).flatMap(steps => Object.values(steps).flat()),
      ...Object.values(processes).flatMap(tasksOfAnyStep),
    ]
    expect([...new Set(placed)].toSorted()).toEqual(taskKinds.toSorted())
  })

  it('places tasks in steps that the process has', () => {
    for (const { kind, steps } of Object.values(processes)) {
      const ids: string[] = steps.map(step => step.id)
      expect(Object.keys(taskPlaces[kind]).filter(step => !ids.includes(step))).toEqual([])
    }
  })
})

describe('fillSection', () => {
  it('replaces what stands between the markers and nothing else', () => {
    const page = 'before\n<!-- a:begin -->\nold\n<!-- a:end -->\nafter\n'
    const filled = fillSection(page, { name: 'a', content: 'new' })
    expect(filled).toMatch(/^before\n<!-- a:begin -->\n[^]*new[^]*<!-- a:end -->\nafter\n$/)
    expect(filled).not.toContain('old')
    expect(fillSection(filled, { name: 'a', content: 'new' })).toBe(filled)
  })

  it('refuses a page without both markers', () => {
    expect(() => fillSection('<!-- a:end --> <!-- a:begin -->', { name: 'a', content: '' })).toThrow(
      'markers',
    )
  })
})

describe('formFields', () => {
  it('names each field with what it takes', () => {
    const form = z.object({
      on: z.iso.date().meta({ title: 'Dato' }),
      kinds: z.array(z.enum(['a', 'b'])),
      sure: z.boolean().default(false),
    })
    expect(formFields(form)).toEqual([
      '- `on` (required) Dato: date',
      '- `kinds` (required): list of `a`, `b`',
      '- `sure`: yes or no; `false` when left out',
    ])
  })
})
