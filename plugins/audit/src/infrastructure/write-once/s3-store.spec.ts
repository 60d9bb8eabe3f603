import { afterEach, describe, expect, it } from 'vitest';
import { credentials, fakeS3 } from './fake-s3';
import { s3Store } from './s3-store';

const until = new Date('2032-01-01T00:00:00Z');

describe('a bucket of S3', () => {
    let s3: Awaited<ReturnType<typeof fakeS3>>;
    const open = async (given: Partial<typeof credentials> = {}, ...rest: Parameters<typeof fakeS3>) => {
        s3 = await fakeS3(...rest);
        return s3Store({
            ...{ region: 'eu-test-1', bucket: 'trail', prefix: 'shop one/', endpoint: s3.endpoint },
            credentials: () => ({ ...credentials, ...given }),
        });
    };
    afterEach(() => s3.close());

    it('keeps an object, locked until a day, and gives it back', async () => {
        const store = await open();
        const body = Buffer.from([0, 1, 2, 255]);
        await store.put('security/a-b.gz', body, until);
        expect(await store.read('security/a-b.gz')).toEqual({ body, lockedUntil: until });
        expect([...s3.objects.keys()]).toEqual(['shop one/security/a-b.gz']);
        expect(s3.objects.get('shop one/security/a-b.gz')?.mode).toBe('COMPLIANCE');
        expect(await store.read('security/other')).toBeUndefined();
    });

    it('does not take a second one of a name', async () => {
        const store = await open();
        await store.put('a', Buffer.from('1'), until);
        await expect(store.put('a', Buffer.from('2'), until)).rejects.toThrow('412 PreconditionFailed');
        expect((await store.read('a'))?.body.toString()).toBe('1');
    });

    it('lists the names below one, page by page', async () => {
        const store = await open({}, true, 2);
        for (const name of ['x/1', 'x/2', 'x/3', 'x/4', 'x/5', 'y/1']) {
            await store.put(name, Buffer.from(name), until);
        }
        expect(await store.list('x/')).toEqual(['x/1', 'x/2', 'x/3', 'x/4', 'x/5']);
    });

    it('says what was refused, and why', async () => {
        const store = await open({ secretAccessKey: 'another' });
        await expect(store.list('')).rejects.toThrow('S3 refused to list: 403 SignatureDoesNotMatch');
        await expect(store.read('a')).rejects.toThrow('S3 refused to read a: 403 SignatureDoesNotMatch');
    });

    it('without object lock takes nothing', async () => {
        const store = await open({}, false);
        await expect(store.put('a', Buffer.from('1'), until)).rejects.toThrow('400 InvalidRequest');
    });
});
