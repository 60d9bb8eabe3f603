import { expect, it } from 'vitest';
import { formatOfFile } from './format-of-file';

it.each([
    ['products.csv', 'CSV'],
    ['Products.JSONL', 'JSON_LINES'],
    ['dump.ndjson', 'JSON_LINES'],
    ['products', 'CSV'],
])('%s is %s', (name, format) => {
    expect(formatOfFile(name)).toBe(format);
});
