import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WorkContext } from './work-context';

it('goes along with what work awaits and sets going, and no further', async () => {
    const context = new WorkContext<number>();
    const later: Array<Promise<number | undefined>> = [];
    await context.run(1, async () => {
        await setImmediate();
        later.push(setImmediate().then(() => context.getStore()));
    });
    expect(await Promise.all(later)).toEqual([1]);
    expect(context.getStore()).toBeUndefined();
});

it('is told apart from others, and is another one within', () => {
    const [one, other] = [new WorkContext<string>(), new WorkContext<string>()];
    const both = () => [one.getStore(), other.getStore()];
    const found = one.run('a', () => [other.run('b', both), both(), one.run('c', both), both()]);
    expect(found).toEqual([
        ['a', 'b'],
        ['a', undefined],
        ['c', undefined],
        ['a', undefined],
    ]);
});
