import { administrations, assurances, roles, units, type Assurance } from '@brobygger/domain/codes'
import { isEmployed, type Municipality, type StaffMember } from '@brobygger/domain/organisation'
import { escaped, page } from './page.js'

/** The page on which somebody says who they are: a made-up member of staff, without a password. */
export function choosePersonPage(args: {
  readonly action: string
  readonly municipality: Municipality
  /** The level that the client asks for. */
  readonly asked: Assurance
  readonly isWrong: boolean
}): string {
  const { action, municipality, asked, isWrong } = args
  const levels = assurances.codes.map(
    code =>
      `<option value="${code}"${code === asked ? ' selected' : ''}>${escaped(assurances.labels[code].da)}</option>`,
  )
  return page({
    title: 'Log ind',
    body: `
<p class="note" role="note"><strong>Kun til udvikling.</strong> Personerne er opdigtede, og der er ingen adgangskode.
Her må ingen rigtige sager behandles.</p>
${isWrong ? '<p class="error" role="alert">Vælg en person og et sikringsniveau fra listerne.</p>' : ''}
<form method="post" action="${escaped(action)}">
<label for="person">Hvem er du?</label>
<select id="person" name="person" required autofocus>
<option value="">Vælg en person</option>
${groups(municipality)}
</select>
<label for="assurance">Sikringsniveau (NSIS)</label>
<select id="assurance" name="assurance" required>
${levels.join('\n')}
</select>
<button type="submit">Log ind</button>
</form>`,
  })
}

/** The staff, by the unit they work in first. */
function groups({ staff: everybody }: Municipality): string {
  const staff = everybody.filter(isEmployed)
  const units = [...new Set(staff.map(unitOf))]
  return units
    .map(unit => {
      const members = staff.filter(member => unitOf(member) === unit).map(optionOf)
      return `<optgroup label="${escaped(unit)}">\n${members.join('\n')}\n</optgroup>`
    })
    .join('\n')
}

function unitOf({ affiliations: [first] }: StaffMember): string {
  if (first === undefined) return ''
  return `${administrations.labels[first.administration].da}: ${units.labels[first.unit].da}`
}

function optionOf({ id, name, affiliations: [first] }: StaffMember): string {
  const role = first === undefined ? '' : `, ${roles.labels[first.role].da}`
  return `<option value="${escaped(id)}">${escaped(`${name}${role} (${id})`)}</option>`
}
