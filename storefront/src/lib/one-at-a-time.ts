/**
 * Has costly work done one after the other, and turns away what would wait too long.
 *
 * @param most - Of pieces that are under way or wait.
 * @returns What runs a piece of work; `undefined` for one that is turned away.
 */
export function oneAtATime(most: number) {
    let last: Promise<unknown> = Promise.resolve();
    let waiting = 0;
    return <Result>(work: () => Promise<Result>): Promise<Result> | undefined => {
        if (waiting >= most) {
            return undefined;
        }
        waiting++;
        const result = last.then(work).finally(() => waiting--);
        last = result.catch(() => undefined);
        return result;
    };
}
