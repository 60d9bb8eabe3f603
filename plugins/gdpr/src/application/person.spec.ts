import { describe, expect, it } from 'vitest';
import { bindPerson, tellingStrings } from './person';

const ada = { customers: ['1'], users: ['7'], strings: ['ada@example.com'] };

describe('a person', () => {
    it('is put into a condition once for each name, casts left alone', () => {
        const condition = `a = ANY(:users) OR b::users = ANY(:customers) OR c = ANY(:users)`;
        expect(bindPerson(condition, ada, 2)).toEqual({
            sql: `a = ANY($2) OR b::users = ANY($3) OR c = ANY($2)`,
            parameters: [['7'], ['1']],
        });
    });

    it('has its strings as an array of texts', () => {
        expect(bindPerson('unnest(:strings)', ada).sql).toBe('unnest($1::text[])');
    });

    it('is looked for by addresses alone, once each', () => {
        expect(
            tellingStrings(['ada@example.com', 'a@b', 'Ada Example', '', null, ' a@b.co ', 'a@b.co']),
        ).toEqual(['ada@example.com', 'a@b.co']);
    });
});
