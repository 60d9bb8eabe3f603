import { Job } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { resolveOptions } from './job-queue.options';

describe('resolveOptions', () => {
    it('does something sensible without options', () => {
        const options = resolveOptions({});
        expect(options).toMatchObject({ leaseSeconds: 20, pollIntervalMs: 500, maxWorkerDeaths: 5 });
        expect(options.setRetries('mail', new Job({ queueName: 'mail', data: {}, retries: 4 }))).toBe(4);
    });

    it('takes the default for an option that is undefined', () => {
        expect(resolveOptions({ concurrency: undefined })).toMatchObject({ concurrency: 1 });
    });

    it.each(['leaseSeconds', 'pollIntervalMs', 'maxWorkerDeaths', 'keepJobsCount'])(
        'refuses a %s that is not positive',
        name => {
            expect(() => resolveOptions({ [name]: 0 })).toThrow(`${name} must be greater than 0, not 0.`);
            expect(() => resolveOptions({ [name]: NaN })).toThrow(name);
        },
    );
});
