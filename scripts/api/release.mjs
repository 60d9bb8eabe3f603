// Keeps the descriptions of the APIs as those of a release: what comes later must not break who uses them.
import { cpSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../docs/api');
for (const name of ['shop.graphql', 'admin.graphql', 'openapi.json']) {
    cpSync(path.join(folder, name), path.join(folder, 'released', name));
}
