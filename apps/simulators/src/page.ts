import type { Fault } from './faults.js'
import { type Effect, type Service, type ServiceName, serviceNames } from './services/service.js'

const newest = 50

const titles: Record<ServiceName, { da: string; en: string }> = {
  register: { da: 'Institutionsregister', en: 'Institution register' },
  mail: { da: 'E-mail', en: 'E-mail' },
  'family-system': { da: 'Familiegruppens fagsystem', en: 'The family group’s case system' },
  sts: { da: 'Adgangsstyring (tokens)', en: 'Security token service' },
  'digital-post': { da: 'Digital Post (SF1601)', en: 'Digital Post (SF1601)' },
  cpr: { da: 'CPR (SF1520)', en: 'Person register (SF1520)' },
  'cpr-events': { da: 'CPR-hændelser', en: 'Events of the person register' },
  'school-absence': { da: 'Skolernes fravær', en: 'The schools’ absence' },
  'case-index': { da: 'Sags- og Dokumentindeks (SF1470)', en: 'Case index (SF1470)' },
  kms: { da: 'Nøgletjeneste', en: 'Key management service' },
}

/**
 * The page at `/`: what each service has received, newest first, Danish before English, readable without
 * scripts.
 */
export function overviewPage(
  services: Record<ServiceName, Service>,
  faults: Readonly<Record<string, Fault>>,
): string {
  const parts = serviceNames.map(name => section(name, services[name].effects(), faults[name]))
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulatorer · Brobygger</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 75rem; margin: 0 auto; padding: 1rem }
[lang=en] { color: #505050; font-weight: normal }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
caption { text-align: left; padding-bottom: .5rem }
th, td { border-bottom: 1px solid #767676; padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top }
td code { overflow-wrap: anywhere }
.fault { border-left: .4rem solid #a30000; padding-left: .75rem }
</style>
</head>
<body>
<main>
<h1>Simulatorer <span lang="en">· Simulators</span></h1>
<p>De står i stedet for de registre og systemer, som kommunen taler med. Her ses, hvad de har modtaget.<br>
<span lang="en">They stand in for the registers and systems a municipality talks to. This is what they have received.</span></p>
${parts.join('\n')}
</main>
</body>
</html>
`
}

function section(name: ServiceName, effects: readonly Effect[], fault: Fault | undefined): string {
  const title = titles[name]
  return `<section aria-labelledby="${name}">
<h2 id="${name}">${title.da} <span lang="en">· ${title.en}</span></h2>
${fault ? faultNotice(fault) : ''}${effects.length === 0 ? nothingYet : table(effects)}
<p><a href="/${name}/ledger">Alle som JSON <span lang="en">· All as JSON</span></a></p>
</section>`
}

const nothingYet = `<p>Intet modtaget endnu. <span lang="en">Nothing received yet.</span></p>`

function faultNotice(fault: Fault): string {
  const mode = `<code>${escape(fault.mode)}</code>`
  return `<p class="fault">Svarer med fejl: ${mode}. <span lang="en">Answers with a fault: ${mode}.</span></p>\n`
}

function table(effects: readonly Effect[]): string {
  const shown = effects.slice(-newest).reverse()
  return `<div class="wide" tabindex="0" role="region" aria-label="Modtaget">
<table>
<caption>Viser ${shown.length} af ${effects.length}, nyeste først <span lang="en">· ${shown.length} of ${effects.length}, newest first</span></caption>
<thead><tr>
<th scope="col">Modtaget <span lang="en">Received</span></th>
<th scope="col">Nøgle <span lang="en">Key</span></th>
<th scope="col">Indhold <span lang="en">Content</span></th>
<th scope="col">Svar <span lang="en">Answer</span></th>
</tr></thead>
<tbody>
${shown.map(row).join('\n')}
</tbody>
</table>
</div>`
}

function row({ at, key, request, answer }: Effect): string {
  const time = `<time datetime="${escape(at)}">${danishTime.format(new Date(at))}</time>`
  return `<tr><th scope="row">${time}</th>${[key, fields(request), fields(answer)].map(cell).join('')}</tr>`
}

function cell(text: string): string {
  return `<td><code>${escape(text)}</code></td>`
}

function fields(value: object): string {
  return Object.entries(value)
    .map(
      ([name, content]) =>
        `${name}: ${typeof content === 'object' ? JSON.stringify(content) : String(content)}`,
    )
    .join(', ')
}

const danishTime = new Intl.DateTimeFormat('da-DK', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/Copenhagen',
})

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
