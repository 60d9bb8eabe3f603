import { AsyncLocalStorage } from 'node:async_hooks';

const all = new AsyncLocalStorage<ReadonlyMap<WorkContext<unknown>, unknown>>();

/**
 * Something that goes along with a piece of work through all that it awaits and sets going, as in an `AsyncLocalStorage`.
 * Node hands each of those on to every promise there is, whoever needs it. All of these are handed on as one.
 */
export class WorkContext<Value> {
    /** Has `work` go on with a value, which is another one for none but `work`. */
    run<Result>(value: Value, work: () => Result): Result {
        return all.run(new Map(all.getStore()).set(this, value), work);
    }

    /** @returns nothing outside of such work. */
    getStore(): Value | undefined {
        return all.getStore()?.get(this) as Value | undefined;
    }
}
