/** The docs command: writes the generated parts of the pages anew. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { fillSection } from './docs/fill-section.js'
import { sections } from './docs/sections.js'

for (const { file, name, content } of sections) {
  const path = join(repositoryFolder, file)
  const page = await readFile(path, 'utf8')
  const filled = fillSection(page, { name, content: content() })
  if (filled === page) continue
  await writeFile(path, filled)
  console.log(`  wrote ${name} in ${file}`)
}
