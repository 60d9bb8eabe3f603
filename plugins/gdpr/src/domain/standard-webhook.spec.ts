import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Hmac, isSigned, signedHeaders } from './standard-webhook';

const hmac: Hmac = (key, content) => createHmac('sha256', key).update(content).digest('base64');
const same = (one: string, other: string) => one === other;

/** The example of the specification. */
const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const body = '{"test": 2432232314}';

describe('a standard webhook', () => {
    it('is signed as the specification’s own example', () => {
        expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body, key, hmac)).toEqual({
            'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
            'webhook-timestamp': '1614265330',
            'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
        });
    });

    const headers = { ...signedHeaders('m', 1000, body, key, hmac) };

    it('is believed with any of its signatures, within five minutes', () => {
        const several = { ...headers, 'webhook-signature': `v1,other ${headers['webhook-signature']}` };
        expect(isSigned(several, body, key, 1300, hmac, same)).toBe(true);
    });

    it.each([
        ['another body', headers, `${body} `, 1000],
        ['another id', { ...headers, 'webhook-id': 'n' }, body, 1000],
        ['another time', { ...headers, 'webhook-timestamp': '1001' }, body, 1000],
        ['a time that is no number', { ...headers, 'webhook-timestamp': 'now' }, body, 1000],
        ['no signature', { ...headers, 'webhook-signature': '' }, body, 1000],
        ['an old one', headers, body, 1301],
        ['one of the future', headers, body, 699],
    ])('is not believed with %s', (_, given, text, now) => {
        expect(isSigned(given, text, key, now, hmac, same)).toBe(false);
    });
});
