import { ServerBusyError } from '@efi/plugin-kit';
import { describe, expect, it } from 'vitest';
import { TransactionQueue } from './transaction-queue';

/** A queue that is long enough for everybody. */
const queueOf = (limit: number, waitMs = 60_000, maxWaiting = 100) =>
    new TransactionQueue({ limit, maxWaiting, waitMs });

/** Work that ends when it is told to, and the names of what has begun. */
function workplace() {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    return {
        begun,
        work: (name: string) => () => {
            begun.push(name);
            return new Promise<string>(resolve => ends.set(name, () => resolve(name)));
        },
        end: (name: string) => ends.get(name)?.(),
    };
}

/** Until everything that can go on has gone on. */
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the queue of transactions', () => {
    it('runs as many as it may, and the next one when one ends, in the order of their coming', async () => {
        const queue = queueOf(2);
        const { begun, work, end } = workplace();
        const all = ['a', 'b', 'c', 'd'].map(name => queue.run(work(name)));
        await settled();
        expect(begun).toEqual(['a', 'b']);
        end('b');
        await settled();
        expect(begun).toEqual(['a', 'b', 'c']);
        end('a');
        await settled();
        end('c');
        end('d');
        expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    });

    it('lets a running one begin others', async () => {
        const queue = queueOf(1);
        expect(await queue.run(() => queue.run(() => Promise.resolve('inner')))).toBe('inner');
    });

    it('has what outlives its transaction wait its turn', async () => {
        const queue = queueOf(1);
        const { begun, work, end } = workplace();
        let later: () => Promise<string> = () => Promise.resolve('');
        await queue.run(() => {
            // Binds to the transaction in which it is made, as an event's handler does.
            const context = new Promise<void>(resolve => setImmediate(resolve));
            later = () => context.then(() => queue.run(work('later')));
            return Promise.resolve();
        });
        const running = queue.run(work('running'));
        const outliving = later();
        await settled();
        expect(begun).toEqual(['running']);
        end('running');
        await running;
        await settled();
        expect(begun).toEqual(['running', 'later']);
        end('later');
        await outliving;
    });

    it('gives the turn on when work fails', async () => {
        const queue = queueOf(1);
        await expect(queue.run(() => Promise.reject(new Error('rolled back')))).rejects.toThrow(
            'rolled back',
        );
        expect(await queue.run(() => Promise.resolve('next'))).toBe('next');
    });

    it('tells one that waited too long, without beginning it, and leaves its turn to the next', async () => {
        const queue = queueOf(1, 10);
        const { begun, work, end } = workplace();
        const first = queue.run(work('first'));
        await expect(queue.run(work('second'))).rejects.toBeInstanceOf(ServerBusyError);
        end('first');
        await first;
        const third = queue.run(work('third'));
        await settled();
        end('third');
        await third;
        expect(begun).toEqual(['first', 'third']);
    });

    it('refuses at once when too many wait, and takes others when fewer do', async () => {
        const queue = queueOf(1, 60_000, 1);
        const { begun, work, end } = workplace();
        const first = queue.run(work('first'));
        const second = queue.run(work('second'));
        await expect(queue.run(work('third'))).rejects.toBeInstanceOf(ServerBusyError);
        end('first');
        await first;
        await settled();
        const fourth = queue.run(work('fourth'));
        await settled();
        end('second');
        await second;
        await settled();
        end('fourth');
        await fourth;
        expect(begun).toEqual(['first', 'second', 'fourth']);
    });

    it('refuses nobody while turns are free', async () => {
        const queue = queueOf(2, 60_000, 0);
        const { begun, work, end } = workplace();
        const both = [queue.run(work('first')), queue.run(work('second'))];
        await settled();
        expect(begun).toEqual(['first', 'second']);
        end('first');
        end('second');
        await Promise.all(both);
    });
});
