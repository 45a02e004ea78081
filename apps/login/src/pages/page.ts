/** Text as it may stand in HTML. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, character => `&#${String(character.charCodeAt(0))};`)

const style = `
  body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; background: #f4f4f2; }
  main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: #fff; border: 1px solid #767676; }
  h1 { font-size: 1.5rem; margin-top: 0; }
  label, legend { font-weight: 600; }
  select { display: block; width: 100%; margin: .25rem 0 1.25rem; padding: .5rem; font: inherit; }
  button { padding: .6rem 1.2rem; font: inherit; color: #fff; background: #0b4f8a; border: 0; }
  :focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
  .note { padding: .5rem 1rem; background: #fff4d6; border-left: .4rem solid #8a6100; }
  .error { padding: .5rem 1rem; background: #fde8e8; border-left: .4rem solid #a10000; }`

/** Headers of every page: nothing runs, nothing is loaded, nothing frames it, nothing keeps it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

/** A page in Danish. `body` is HTML: whatever comes from outside is escaped by whoever puts it there. */
export function page({ title, body }: { title: string; body: string }): string {
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Brobygger</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`
}
