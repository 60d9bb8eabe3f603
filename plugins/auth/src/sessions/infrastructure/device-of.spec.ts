import { describe, expect, it } from 'vitest';
import { deviceOf, nameOfDevice } from './device-of';

describe('a device', () => {
    it.each([
        [
            'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
            'Chrome, Windows',
            'DESKTOP',
        ],
        [
            'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
            'Safari, iOS',
            'MOBILE',
        ],
        [
            'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0',
            'Firefox, Linux',
            'DESKTOP',
        ],
        ['curl/8.0.1', '', 'OTHER'],
        [undefined, '', 'OTHER'],
        ['', '', 'OTHER'],
    ])('with %s is known as "%s"', (userAgent, name, kind) => {
        const device = deviceOf(userAgent);
        expect(nameOfDevice(device)).toBe(name);
        expect(device.kind).toBe(kind);
    });

    it.each(['<img src=x onerror=alert(1)>', `${'a '.repeat(50_000)}`, 'Version/1 Safari Mobile <b>'])(
        'brings nothing of its own into the name',
        userAgent => {
            expect(nameOfDevice(deviceOf(userAgent))).not.toMatch(/[<>=]/);
        },
    );
});
