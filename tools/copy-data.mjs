// Copies the data that lies beside the code (word lists, weights, templates) into dist, where the compiler leaves it out.
import { cpSync, existsSync } from 'node:fs';

const isData = (path) => !path.endsWith('.ts');
for (const folder of ['src', 'train'].filter(existsSync)) {
  cpSync(folder, `dist/${folder}`, { recursive: true, filter: isData, force: true });
}
