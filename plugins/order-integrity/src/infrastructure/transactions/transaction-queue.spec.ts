import { ServerBusyError } from '@efi/plugin-kit';
import { describe, expect, it } from 'vitest';
import { TransactionQueue } from './transaction-queue';

const A_MINUTE = 60_000;

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
        const queue = new TransactionQueue(2, A_MINUTE);
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
        const queue = new TransactionQueue(1, A_MINUTE);
        expect(await queue.run(() => queue.run(() => Promise.resolve('inner')))).toBe('inner');
    });

    it('has what outlives its transaction wait its turn', async () => {
        const queue = new TransactionQueue(1, A_MINUTE);
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
        const queue = new TransactionQueue(1, A_MINUTE);
        await expect(queue.run(() => Promise.reject(new Error('rolled back')))).rejects.toThrow(
            'rolled back',
        );
        expect(await queue.run(() => Promise.resolve('next'))).toBe('next');
    });

    it('tells one that waited too long, without beginning it, and leaves its turn to the next', async () => {
        const queue = new TransactionQueue(1, 10);
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
});
