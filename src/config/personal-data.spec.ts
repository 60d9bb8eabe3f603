import { personalDataRegistry, recordOfProcessing } from '@efi/gdpr-plugin';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../vendure-config';

const record = path.join(__dirname, '../../docs/privacy/record-of-processing.md');

describe('the record of processing', () => {
    const registry = personalDataRegistry(config.plugins);

    it('is what docs/privacy says; `npm run privacy:record` writes it anew', async () => {
        await expect(recordOfProcessing(registry)).toMatchFileSnapshot(record);
    });

    it('has each part under a name of its own, since each is worked on by itself', () => {
        const names = registry.flatMap(({ tables }) => tables.map(({ table, part = table }) => part));
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    });

    it('finds the rows of shoppers in every table that an erasure changes', () => {
        const lost = registry
            .flatMap(({ tables }) => tables)
            .filter(({ rows, erasure }) => !rows && erasure.by !== 'nothing');
        expect(lost).toEqual([]);
    });
});
