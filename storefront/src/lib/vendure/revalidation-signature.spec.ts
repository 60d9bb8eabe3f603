import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned } from './revalidation-signature';

const secret = 'a secret of at least thirty-two characters';
const body = '{"tags":["collections"]}';
const now = new Date('2030-01-01T00:00:00Z');
const seconds = now.getTime() / 1000;

function sign(at: number, text = body, key = secret): string {
    return `t=${at},v1=${createHmac('sha256', key).update(`${at}.${text}`).digest('hex')}`;
}

describe('the signature of a call', () => {
    it('holds for a minute, before and after', () => {
        for (const at of [seconds, seconds - 60, seconds + 60]) {
            expect(isSigned(secret, sign(at), body, now)).toBe(true);
        }
    });

    it.each([
        ['that is old', sign(seconds - 61)],
        ['of the future', sign(seconds + 61)],
        ['of another body', sign(seconds, '{"tags":["everything"]}')],
        ['by another secret', sign(seconds, body, 'another secret')],
        ['whose time was changed', sign(seconds - 3600).replace(/t=\d+/, `t=${seconds}`)],
        ['that is cut off', sign(seconds).slice(0, -1)],
        ['without a time', sign(seconds).replace(/^t=\d+,/, '')],
        ['that is empty', ''],
        ['that is not there', null],
    ])('%s is none', (_what, header) => {
        expect(isSigned(secret, header, body, now)).toBe(false);
    });
});
