import { describe, expect, it } from 'vitest';
import { auditCsv, unusedSince } from './role-audit';

const since = new Date('2030-01-01T00:00:00Z');
const administrator = {
    administratorId: 1,
    identifier: '=HYPERLINK("x")',
    roles: ['support', 'admin'],
    lastLogin: new Date('2030-02-03T04:05:06Z'),
    permissions: [
        { name: 'ReadOrder', lastUsedAt: new Date('2030-01-02T00:00:00Z') },
        { name: 'UpdateOrder', lastUsedAt: new Date('2029-12-31T00:00:00Z') },
        { name: 'ReadCustomer', lastUsedAt: null },
    ],
};

describe('the audit of roles', () => {
    it('would take away what was never used, or not for long', () => {
        expect(unusedSince(administrator, since)).toEqual(['UpdateOrder', 'ReadCustomer']);
    });

    it('is a table for spreadsheets in which no name is a formula', () => {
        expect(auditCsv([administrator], since).split('\r\n')).toEqual([
            '"administrator","roles","last sign-in","permission","last used","take away"',
            `"'=HYPERLINK(""x"")","support admin","2030-02-03T04:05:06.000Z","ReadOrder","2030-01-02T00:00:00.000Z",""`,
            `"'=HYPERLINK(""x"")","support admin","2030-02-03T04:05:06.000Z","UpdateOrder","2029-12-31T00:00:00.000Z","yes"`,
            `"'=HYPERLINK(""x"")","support admin","2030-02-03T04:05:06.000Z","ReadCustomer","","yes"`,
            '',
        ]);
    });
});
