// Parses headway.yaml with AsyncAPI's own parser, and says what is wrong with it.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(readFileSync('headway.yaml', 'utf8'));
const findings = diagnostics.filter((each) => each.severity <= 1);
for (const each of findings) {
  console.log(`${each.path.join('.')}: ${each.message}`);
}
if (!document || findings.length > 0) {
  process.exit(1);
}
console.log(`${document.allMessages().all().length} messages`);
